namespace Phm.Notebook.Tests.CSharp;

/// <summary>Tells whether a notebook and the program see the same type.</summary>
public static class SharedState
{
    public static int Value { get; set; }
}
