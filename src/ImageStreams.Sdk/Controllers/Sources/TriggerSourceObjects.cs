using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The objects of a source, and those of them that a controller is told of. Not thread-safe.</summary>
/// <param name="controller">The controller.</param>
/// <param name="owns">Determines whether the controller is told of an object.</param>
internal sealed class TriggerSourceObjects(TriggerController controller, Func<TriggerObject, bool> owns)
{
    private readonly Dictionary<TriggerObject, TriggerSourceEvent> _all = [];
    private readonly HashSet<TriggerObject> _told = [];

    /// <summary>The objects that the current watch has told of; null once it has told of all that exist.</summary>
    private HashSet<TriggerObject>? _listed;

    public int Count => _all.Count;

    /// <summary>Prepares for a watch that tells all objects anew.</summary>
    public void BeginList() => _listed = [];

    /// <summary>Removes the objects that exist no longer.</summary>
    public void EndList()
    {
        if (_listed is { } listed)
        {
            _listed = null;
            foreach (var gone in _all.Keys.Where(name => !listed.Contains(name)).ToList())
            {
                Remove(gone);
            }
        }
    }

    /// <summary>Follows an event that concerns an object.</summary>
    public void Apply(TriggerSourceEvent change)
    {
        switch (change)
        {
            case TriggerSourceEvent.BuildConfigObserved observed:
                Set(TriggerObject.From(observed.BuildConfig), observed);
                break;
            case TriggerSourceEvent.DeploymentConfigObserved observed:
                Set(TriggerObject.From(observed.DeploymentConfig), observed);
                break;
            case TriggerSourceEvent.WorkloadObserved observed:
                Set(TriggerObject.From(observed.Workload), observed);
                break;
            case TriggerSourceEvent.Removed removed:
                Remove(removed.Object);
                break;
        }
    }

    /// <summary>Tells the controller of the objects that it owns now, and removes those that it no longer does.</summary>
    public void ApplyOwnership()
    {
        foreach (var (name, current) in _all)
        {
            if (!owns(name))
            {
                Untell(name);
            }
            else if (!_told.Contains(name))
            {
                Tell(name, current);
            }
        }
    }

    private void Set(TriggerObject name, TriggerSourceEvent current)
    {
        _all[name] = current;
        _listed?.Add(name);
        Tell(name, current);
    }

    private void Remove(TriggerObject name)
    {
        _all.Remove(name);
        _listed?.Remove(name);
        Untell(name);
    }

    private void Tell(TriggerObject name, TriggerSourceEvent current)
    {
        if (!owns(name))
        {
            Untell(name);
            return;
        }

        _told.Add(name);
        switch (current)
        {
            case TriggerSourceEvent.BuildConfigObserved observed:
                controller.Observe(observed.BuildConfig);
                break;
            case TriggerSourceEvent.DeploymentConfigObserved observed:
                controller.Observe(observed.DeploymentConfig);
                break;
            case TriggerSourceEvent.WorkloadObserved observed:
                controller.Observe(observed.Workload);
                break;
        }
    }

    private void Untell(TriggerObject name)
    {
        if (_told.Remove(name))
        {
            controller.Remove(name);
        }
    }
}
