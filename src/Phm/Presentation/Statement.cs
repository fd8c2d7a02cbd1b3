namespace Phm.Presentation;

/// <summary>
/// An immutable answer that is said in one line: a number with its interval, a test with its probability. Unlike a <see cref="Result"/>, it
/// is worked out from totals or a model that the caller holds and says what it was given: whether these may be shown is for whoever has them.
/// </summary>
[TypeFormatterSource(typeof(StatementFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public abstract record Statement
{
    private protected Statement()
    {
    }

    /// <summary>The answer in one line, numbers in invariant culture.</summary>
    public sealed override string ToString() => CleanText.Of(Words, CleanText.MaxSentence);

    /// <summary>What is said, before it is made fit to be shown.</summary>
    private protected abstract string Words { get; }
}
