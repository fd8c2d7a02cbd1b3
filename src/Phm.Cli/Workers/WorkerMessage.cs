using System.Text.Json.Serialization;
using Phm.Notebook.Running;

namespace Phm.Cli.Workers;

/// <summary>What <c>phm</c> and a worker tell each other: one line of JSON each.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Run), "run")]
[JsonDerivedType(typeof(Cancel), "cancel")]
[JsonDerivedType(typeof(Step), "step")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Exiting), "exiting")]
[JsonDerivedType(typeof(Crashing), "crashing")]
internal abstract record WorkerMessage
{
    /// <summary>To the worker: run this notebook.</summary>
    public sealed record Run(NotebookJob Job) : WorkerMessage;

    /// <summary>To the worker: stop the cell and end the run in good order.</summary>
    public sealed record Cancel : WorkerMessage;

    /// <summary>From the worker: a cell starts or has ended.</summary>
    public sealed record Step(RunProgress Progress) : WorkerMessage;

    /// <summary>From the worker, last: the run has ended and its copy is saved.</summary>
    public sealed record Done(WorkerReport Report) : WorkerMessage;

    /// <summary>From the worker, last: the notebook cannot be run, for a reason that its user can mend.</summary>
    public sealed record Refused(string Problem) : WorkerMessage;

    /// <summary>From the worker: code of a cell ends the process by its own will.</summary>
    public sealed record Exiting : WorkerMessage;

    /// <summary>From the worker: code of a cell ends the process by an exception that nothing catches.</summary>
    public sealed record Crashing(string Exception, string Message) : WorkerMessage;
}
