using System.Globalization;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Execution;

/// <summary>Counts what one cell shows against the cell's own limit and that of the session.</summary>
/// <param name="session">What the session's outputs may still hold.</param>
/// <param name="limit">The most characters of the cell's displays and result.</param>
internal sealed class OutputTally(OutputAllowance session, int limit)
{
    private readonly Lock gate = new();
    private long shown;

    /// <summary>Whether the cell wrote more than the session's outputs may hold.</summary>
    public bool IsUsedUp { get; private set; }

    /// <summary>Counts a value that stays.</summary>
    /// <exception cref="InvalidOperationException">It is more than the cell or the session may show.</exception>
    public void Add(MimeBundle data) => Add(Length(data));

    /// <summary>Counts a value that takes the place of the one that its display held.</summary>
    /// <exception cref="InvalidOperationException">It is more than the cell or the session may show.</exception>
    public void Replace(string displayId, MimeBundle data)
    {
        lock (gate)
        {
            var length = Length(data);
            Add(length - session.Held(displayId));
            session.Hold(displayId, length);
        }
    }

    /// <summary>Takes as many characters for a stream as there are.</summary>
    public int Take(int characters)
    {
        var given = session.Take(characters);
        if (given < characters) IsUsedUp = true;
        return given;
    }

    /// <summary>Fails a cell whose streams did not fit.</summary>
    /// <exception cref="InvalidOperationException">They did not.</exception>
    public void Check()
    {
        if (IsUsedUp) throw Full();
    }

    private void Add(int characters)
    {
        lock (gate)
        {
            if (shown + characters > limit)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                    $"A cell displays at most {limit:#,##0} characters, all MIME types together; with this value it would be {shown + characters:#,##0}. Show fewer rows or a summary, and write the whole to a file."));
            if (!session.TryTake(characters)) throw Full();
            shown += characters;
        }
    }

    private InvalidOperationException Full() => new(string.Create(CultureInfo.InvariantCulture,
        $"The outputs of a notebook hold at most {session.Limit:#,##0} characters, and this cell would pass that. Show less, or split the notebook."));

    private static int Length(MimeBundle data) => (int)Math.Min(int.MaxValue / 2, data.Contents.Sum(content => (long)content.Text.Length));
}
