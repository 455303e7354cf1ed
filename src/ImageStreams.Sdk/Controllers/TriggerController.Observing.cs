using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <content>What the controller is told of.</content>
public sealed partial class TriggerController
{
    /// <summary>Tells of a stream that is new, or has changed.</summary>
    /// <remarks>A version that is known already changes nothing.</remarks>
    /// <param name="stream">The stream as it is now.</param>
    public void Observe(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            if (_tags.Set(stream))
            {
                Notify(ImageStreamName.From(stream));
            }
        }
    }

    /// <summary>Tells that a stream is gone; what listens to it keeps what it has.</summary>
    /// <param name="stream">The stream's name with its namespace.</param>
    public void Remove(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            _tags.Remove(stream);
        }
    }

    /// <summary>Tells of a build configuration that is new, or has changed.</summary>
    /// <param name="buildConfig">The build configuration as it is now.</param>
    public void Observe(BuildConfig buildConfig)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        Observe(new ObservedBuildConfig(buildConfig));
    }

    /// <summary>Tells of a deployment configuration that is new, or has changed.</summary>
    /// <param name="deploymentConfig">The deployment configuration as it is now.</param>
    public void Observe(DeploymentConfig deploymentConfig)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);
        Observe(new ObservedDeploymentConfig(deploymentConfig));
    }

    /// <summary>Tells of a workload that is new, or has changed; one of a kind that nobody watches is passed over.</summary>
    /// <param name="workload">The workload as it is now.</param>
    /// <exception cref="WireFormatException">It is a deployment configuration that cannot be read as one.</exception>
    public void Observe(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);

        if (workload.Kind == DeploymentConfig.KindName)
        {
            Observe(ImageStreamJson.Deserialize<DeploymentConfig>(workload.Utf8));
        }
        else if (workload.IsWatched)
        {
            Observe(new ObservedWorkload(workload));
        }
    }

    /// <summary>Tells that an object is gone.</summary>
    /// <param name="target">The object.</param>
    public void Remove(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        lock (_gate)
        {
            if (_objects.Remove(target, out var former))
            {
                Unlink(former);
                _queue.Remove(target);
                _pausedOnly.Remove(target);
            }
        }
    }

    private void Observe(ObservedObject current)
    {
        lock (_gate)
        {
            var hasChanged = current.HasChangedSince(_objects.GetValueOrDefault(current.Name));
            Replace(current);
            if (hasChanged)
            {
                Enqueue(current.Name, TriggerCause.Changed);
            }
        }
    }

    private void Replace(ObservedObject current)
    {
        if (_objects.TryGetValue(current.Name, out var former))
        {
            Unlink(former);
        }

        _objects[current.Name] = current;
        foreach (var (stream, isPaused) in current.ListStreams())
        {
            if (!_listeners.TryGetValue(stream, out var listeners))
            {
                _listeners.Add(stream, listeners = []);
            }

            listeners[current.Name] = isPaused;
        }
    }

    private void Unlink(ObservedObject former)
    {
        foreach (var (stream, _) in former.ListStreams())
        {
            var listeners = _listeners[stream];
            listeners.Remove(former.Name);
            if (listeners.Count == 0)
            {
                _listeners.Remove(stream);
            }
        }
    }

    /// <summary>Has all that listens to a stream looked at; what has paused its triggers on it is only told why it stays.</summary>
    private void Notify(ImageStreamName stream)
    {
        if (!_listeners.TryGetValue(stream, out var listeners))
        {
            return;
        }

        var cause = new TriggerCause.StreamChanged { Stream = stream };
        foreach (var (listener, isPaused) in listeners)
        {
            if (isPaused && !_queue.Contains(listener))
            {
                _pausedOnly.Add(listener);
                _queue.Add(listener, cause);
            }
            else if (isPaused)
            {
                _queue.Add(listener, cause);
            }
            else
            {
                Enqueue(listener, cause);
            }
        }
    }

    private void Enqueue(TriggerObject target, TriggerCause cause)
    {
        _pausedOnly.Remove(target);
        _queue.Add(target, cause);
    }
}
