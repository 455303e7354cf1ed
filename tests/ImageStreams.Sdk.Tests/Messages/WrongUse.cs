namespace ImageStreams.Tests.Messages;

/// <summary>A call that a user gets wrong, and what it is about.</summary>
internal sealed record WrongUse(string Title, Func<Task> Call)
{
    public static WrongUse From(string title, Action call) => new(title, () =>
    {
        call();
        return Task.CompletedTask;
    });
}
