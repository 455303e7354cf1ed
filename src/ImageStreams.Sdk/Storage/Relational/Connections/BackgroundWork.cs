namespace ImageStreams.Storage;

/// <summary>Starts the work that a store does for all of its callers.</summary>
internal static class BackgroundWork
{
    /// <summary>
    /// Runs work without the context of the caller that happens to cause it: neither its activity nor what it keeps in an
    /// <see cref="AsyncLocal{T}"/> belongs to what is read and written for others later.
    /// </summary>
    public static Task Run(Func<Task> work)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(work);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(work);
        }
    }
}
