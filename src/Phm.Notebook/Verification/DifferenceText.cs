namespace Phm.Notebook.Verification;

/// <summary>The words of a difference, written only where it is listed.</summary>
internal readonly record struct DifferenceText(string Reason, string Where = "", string Kept = "", string Obtained = "");
