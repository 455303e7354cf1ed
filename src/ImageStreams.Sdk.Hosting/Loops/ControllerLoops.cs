using ImageStreams.Collections;

namespace ImageStreams.Hosting;

/// <summary>The loops of the hosted controllers, for health checks and status pages.</summary>
/// <remarks>A singleton of the service collection. Safe to share between threads.</remarks>
public sealed class ControllerLoops
{
    private readonly Lock _gate = new();
    private readonly List<ControllerLoop> _loops = [];

    internal ControllerLoops()
    {
    }

    /// <summary>The loops in the order in which they were started; a copy. Empty before the host has started.</summary>
    public ValueList<ControllerLoop> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _loops];
            }
        }
    }

    /// <summary>Gets a value indicating whether a loop died, and has made no progress since.</summary>
    public bool HasDied => All.Any(static loop => loop.IsDead);

    /// <summary>Adds a loop, which waits.</summary>
    internal void Add(string name) => Change(name, static loop => loop);

    /// <summary>Changes the state of a loop.</summary>
    internal void Change(string name, Func<ControllerLoop, ControllerLoop> change)
    {
        lock (_gate)
        {
            var index = _loops.FindIndex(loop => loop.Name == name);
            if (index < 0)
            {
                index = _loops.Count;
                _loops.Add(new ControllerLoop { Name = name, State = ControllerLoopState.Waiting });
            }

            _loops[index] = change(_loops[index]);
        }
    }
}
