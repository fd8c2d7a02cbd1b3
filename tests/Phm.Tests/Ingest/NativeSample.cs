namespace Phm.Tests.Ingest;

/// <summary>The smallest native linked data with a row in every table, to be spoilt in one place at a time.</summary>
internal static class NativeSample
{
    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["practices"] = "practice_code,practice_name,network,locality,place,system\nA01,Old Mill,North,Coast,East,Kent\n",
        ["patients"] = "patient_id,birth_date,sex,practice_code\np1,1950-05-01,F,A01\np2,1980-01-31,M,A01\n",
        ["activity"] = "patient_id,date,point_of_delivery,end_date,primary_diagnosis,cost,attended,provider\np1,2024-04-02,emergency,2024-04-09,I500,5417,,RVV\n",
        ["diagnoses"] = "patient_id,condition,onset,end\np1,heart_failure,2020-01-01,\n",
        ["deficits"] = "patient_id,deficit,onset\np1,falls,2021-01-01\n",
        ["measurements"] = "patient_id,date,measure,value\np1,2024-01-01,bmi,31.5\n",
        ["medications"] = "patient_id,medicine,start,end\np1,ramipril,2020-01-01,\n",
        ["activation"] = "patient_id,date,score,level\np1,2024-01-01,55.5,\n",
        ["assessments"] = "patient_id,date,eq5d_index,anxious\np1,2024-01-01,0.75,0\n",
        ["interventions"] = "patient_id,programme,start,end\np1,proactive care,2024-01-01,\n",
    };

    /// <summary>A folder with every table, one of them replaced.</summary>
    public static TempFolder With(string table, string text)
    {
        var folder = new TempFolder();
        foreach (var (name, content) in Files) folder.With(name + ".csv", name == table ? text : content);
        return folder;
    }
}
