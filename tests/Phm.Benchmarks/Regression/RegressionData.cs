using Phm.Statistics;

namespace Phm.Benchmarks.Regression;

/// <summary>Rows with the shape of a population: numbers, flags and a factor explain a count with heavy tails and a cost.</summary>
internal sealed class RegressionData
{
    /// <summary>Columns of the design of counts besides the intercept and the four levels of a factor.</summary>
    private const int CountColumns = 15;

    private const int Columns = 29;

    public RegressionData(int rows)
    {
        Rows = rows;
        var random = new Random(20_240_401);
        Numbers = [.. Enumerable.Range(0, Columns).Select(_ => new double[rows])];
        (Group, Count, Cost) = (new int[rows], new double[rows], new double[rows]);
        for (var i = 0; i < rows; i++)
        {
            var (predictor, mean) = (-1.6, 100.0);
            for (var j = 0; j < Columns; j++)
            {
                // Every third column is a flag, the others are numbers about 0 or, as ages and years, far from it.
                var value = j % 3 == 0 ? random.NextDouble() < 0.2 ? 1 : 0 : j % 3 == 1 ? random.NextDouble() * 2 - 1 : 40 + 20 * random.NextDouble();
                Numbers[j][i] = value;
                mean += (j % 5 - 2) * value;
                if (j < CountColumns) predictor += (j % 4 - 1.5) * (j % 3 == 2 ? 0.01 : 0.2) * value;
            }
            Group[i] = random.Next(5);
            Count[i] = Draw(random, Math.Exp(predictor + 0.1 * Group[i]), 0.7);
            Cost[i] = mean + 30 * (random.NextDouble() + random.NextDouble() - 1);
        }
        Table = Enumerable.Range(0, Columns).Aggregate(new AnalysisTable(), (table, j) => table.Number($"x{j + 1}", Numbers[j]))
            .Factor("group", Group, ["1", "2", "3", "4", "5"]).Number("count", Count).Number("cost", Cost)
            .Number("any", Array.ConvertAll(Count, count => count > 0 ? 1 : 0));
    }

    public int Rows { get; }

    public double[][] Numbers { get; }

    public int[] Group { get; }

    public double[] Count { get; }

    public double[] Cost { get; }

    public AnalysisTable Table { get; }

    /// <summary>20 columns: an intercept, 15 numbers, and 4 levels beside the reference.</summary>
    public CountModel CountModel { get; } = Model.Count("count").On([.. Enumerable.Range(1, CountColumns).Select(j => (Term)$"x{j}"), "group"]);

    /// <summary>Whether there is any count, by the same 20 columns.</summary>
    public BinaryModel EventModel { get; } = Model.Binary("any").On([.. Enumerable.Range(1, CountColumns).Select(j => (Term)$"x{j}"), "group"]);

    /// <summary>30 columns: an intercept and 29 numbers.</summary>
    public LinearModel LinearModel { get; } = Model.Linear("cost").On([.. Enumerable.Range(1, Columns).Select(j => (Term)$"x{j}")]);

    /// <summary>A negative binomial count, as a Poisson count at a rate from a gamma distribution of shape 1/α.</summary>
    private static double Draw(Random random, double mean, double alpha)
    {
        var rate = mean * alpha * Gamma(random, 1 / alpha);
        var (count, product, limit) = (0, random.NextDouble(), Math.Exp(-Math.Min(rate, 500)));
        for (; product > limit; count++) product *= random.NextDouble();
        return count;
    }

    /// <summary>Marsaglia G, Tsang WW. ACM Trans Math Softw 2000;26:363-372, for shapes of 1 and more.</summary>
    private static double Gamma(Random random, double shape)
    {
        var d = shape - 1 / 3.0;
        while (true)
        {
            var x = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + x / Math.Sqrt(9 * d), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < x * x / 2 + d * (1 - v + Math.Log(v))) return d * v;
        }
    }
}
