using Microsoft.CodeAnalysis;

namespace Phm.Notebook.CSharp;

/// <summary>A public type of a referenced assembly that is not inside another one.</summary>
/// <param name="Namespace">Its namespace; never empty.</param>
/// <param name="Name">Its name as C# writes it.</param>
/// <param name="Arity">How many type parameters it has.</param>
/// <param name="Kind">Class, struct, interface, enum or delegate.</param>
/// <param name="IsHidden">Whether it is obsolete, or marked as not for lists.</param>
internal sealed record IndexedType(string Namespace, string Name, int Arity, TypeKind Kind, bool IsHidden);
