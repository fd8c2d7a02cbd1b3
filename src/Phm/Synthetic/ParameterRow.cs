namespace Phm.Synthetic;

/// <summary>One parameter of the generator, with its source.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="At">The age, or in the cohort of a study the level or decile, at which it holds, where it depends on one.</param>
/// <param name="Value">A number, or a word where the parameter names something.</param>
/// <param name="Status">C seen in the named source, D arithmetic on such figures, S seen only in a secondary source, assumption, or placeholder: to be set by the user.</param>
/// <param name="Source">Where the value comes from and what it means.</param>
public sealed record ParameterRow(string Name, double? At, string Value, string Status, string Source);
