using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <content>Notifications of streams and objects.</content>
public sealed partial class TriggerController
{
    /// <summary>Notifies the controller of a stream that is new or has changed.</summary>
    /// <remarks>A <c>metadata.resourceVersion</c> that is already known changes nothing.</remarks>
    /// <param name="stream">The current stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Observe(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            if (_tags.Set(stream))
            {
                EnqueueListeners(ImageStreamName.From(stream));
                EndArrivedBuilds(ImageStreamName.From(stream));
            }
        }

        RaiseNextDueChanged();
    }

    /// <summary>Notifies the controller of a build configuration that is new or has changed.</summary>
    /// <param name="buildConfig">The current build configuration.</param>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfig"/> is null.</exception>
    public void Observe(BuildConfig buildConfig)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        ObserveWaves(buildConfig);
        Observe(ObservedObject.From(buildConfig));
    }

    /// <summary>Notifies the controller of a deployment configuration that is new or has changed.</summary>
    /// <param name="deploymentConfig">The current deployment configuration.</param>
    /// <exception cref="ArgumentNullException"><paramref name="deploymentConfig"/> is null.</exception>
    public void Observe(DeploymentConfig deploymentConfig)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);
        Observe(ObservedObject.From(deploymentConfig));
    }

    /// <summary>Notifies the controller of a workload that is new or has changed.</summary>
    /// <remarks>
    /// A workload of a kind whose trigger annotation OpenShift does not watch is ignored. A DeploymentConfig that cannot be read
    /// listens to nothing, and leads to a <see cref="TriggerReaction.Failed"/> with the cause.
    /// </remarks>
    /// <param name="workload">The current workload.</param>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> is null.</exception>
    public void Observe(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);

        if (workload.IsDeploymentConfig || workload.IsWatched)
        {
            Observe(ObservedObject.From(workload));
        }
    }

    /// <summary>Notifies the controller that a stream was deleted; objects that listen to it keep their images.</summary>
    /// <param name="stream">The qualified name of the stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Remove(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            _tags.Remove(stream);
        }
    }

    void IObjectObserver<ImageStream>.Observe(ImageStream value) => Observe(value);

    void IObjectObserver<ImageStream>.Remove(ImageStream value) => Remove(ImageStreamName.From(value));

    /// <summary>Notifies the controller that an object was deleted.</summary>
    /// <param name="target">The object.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public void Remove(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        lock (_gate)
        {
            if (_objects.Remove(target))
            {
                _queue.Remove(target);
                _builds.Remove(target);
                _storm.Remove(target);
                RemoveState(target);
                ResumeWaiters(target);
            }
        }

        RaiseNextDueChanged();
    }

    private void Observe(ObservedObject current)
    {
        lock (_gate)
        {
            var hasChanged = current.HasChangedSince(_objects.Find(current.Name));
            _objects.Set(current);
            if (hasChanged)
            {
                _queue.Add(current.Name, TriggerCause.ObjectChanged.Instance);
            }
        }

        RaiseNextDueChanged();
    }

    private void EnqueueListeners(ImageStreamName stream)
    {
        var cause = new TriggerCause.StreamChanged { Stream = stream };
        foreach (var (listener, isPaused) in _objects.FindListeners(stream))
        {
            if (isPaused)
            {
                _queue.AddPaused(listener, cause);
            }
            else
            {
                _queue.Add(listener, cause);
            }
        }
    }
}
