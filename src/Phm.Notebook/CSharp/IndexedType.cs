namespace Phm.Notebook.CSharp;

/// <summary>A public type of a referenced assembly that is not inside another one.</summary>
/// <param name="Namespace">Its namespace; never empty.</param>
/// <param name="Name">Its name as C# writes it.</param>
/// <param name="Arity">How many type parameters it has.</param>
/// <param name="IsStatic">Whether it is a static class.</param>
internal sealed record IndexedType(string Namespace, string Name, int Arity, bool IsStatic);
