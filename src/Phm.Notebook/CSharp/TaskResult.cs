namespace Phm.Notebook.CSharp;

/// <summary>The result of a task that a cell ends in: a reader wants the value, not the task.</summary>
internal static class TaskResult
{
    /// <summary>Awaits the task. A task without a value shows nothing.</summary>
    public static async Task<(object? Value, bool IsShown)> OfAsync(Task task)
    {
        await task.ConfigureAwait(true);
        var type = task.GetType();
        while (type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))) type = type.BaseType;
        var result = type?.GetProperty(nameof(Task<>.Result));
        return result is null || result.PropertyType.Name == "VoidTaskResult" ? (null, false) : (result.GetValue(task), true);
    }
}
