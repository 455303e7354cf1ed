using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The observed objects with triggers, by name and by the streams that they listen to.</summary>
internal sealed class ObservedObjects
{
    private readonly Dictionary<TriggerObject, ObservedObject> _objects = [];
    private readonly Dictionary<ImageStreamName, Dictionary<TriggerObject, bool>> _listeners = [];

    /// <summary>Finds an object; null when it was not observed or was removed.</summary>
    public ObservedObject? Find(TriggerObject name) => _objects.GetValueOrDefault(name);

    /// <summary>Lists the objects that listen to a stream, and whether all of their triggers on it are paused.</summary>
    public IEnumerable<(TriggerObject Name, bool IsPaused)> FindListeners(ImageStreamName stream) =>
        _listeners.TryGetValue(stream, out var listeners) ? listeners.Select(pair => (pair.Key, pair.Value)) : [];

    /// <summary>Adds an object, or replaces the one of the same name.</summary>
    public void Set(ObservedObject current)
    {
        Remove(current.Name);
        _objects.Add(current.Name, current);
        foreach (var (stream, isPaused) in current.ListStreams())
        {
            if (!_listeners.TryGetValue(stream, out var listeners))
            {
                _listeners.Add(stream, listeners = []);
            }

            listeners[current.Name] = isPaused;
        }
    }

    /// <summary>Removes an object.</summary>
    /// <returns>True when it was there.</returns>
    public bool Remove(TriggerObject name)
    {
        if (!_objects.Remove(name, out var former))
        {
            return false;
        }

        foreach (var (stream, _) in former.ListStreams())
        {
            RemoveListener(stream, name);
        }

        return true;
    }

    private void RemoveListener(ImageStreamName stream, TriggerObject name)
    {
        var listeners = _listeners[stream];
        listeners.Remove(name);
        if (listeners.Count == 0)
        {
            _listeners.Remove(stream);
        }
    }
}
