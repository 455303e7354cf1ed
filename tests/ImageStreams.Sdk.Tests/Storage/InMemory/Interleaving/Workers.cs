using System.Collections.Concurrent;

namespace ImageStreams.Tests.Storage;

/// <summary>Threads that play one scenario after the other.</summary>
internal sealed class Workers : IDisposable
{
    private readonly BlockingCollection<(Actor Actor, CountdownEvent Left)> _parts = [];
    private readonly Thread[] _threads;

    public Workers(int count)
    {
        _threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(Work) { IsBackground = true })];
        Array.ForEach(_threads, thread => thread.Start());
    }

    /// <summary>Lets each actor wait for its first turn; the result is signaled when all have ended.</summary>
    public CountdownEvent Start(Actor[] actors)
    {
        var left = new CountdownEvent(actors.Length);
        Array.ForEach(actors, actor => _parts.Add((actor, left)));
        return left;
    }

    public void Dispose()
    {
        _parts.CompleteAdding();
        Array.ForEach(_threads, thread => thread.Join());
        _parts.Dispose();
    }

    private void Work()
    {
        foreach (var (actor, left) in _parts.GetConsumingEnumerable())
        {
            actor.Run();
            left.Signal();
        }
    }
}
