using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <content>Pauses by name.</content>
public sealed partial class TriggerController
{
    /// <summary>All pauses: of everything, of streams and of objects; a copy.</summary>
    public ValueList<TriggerPause> Pauses
    {
        get
        {
            lock (_gate)
            {
                return _storm.Pauses.All;
            }
        }
    }

    /// <summary>Pauses an object: it does not react until it is resumed, and then once for all that was due.</summary>
    /// <remarks>The object need not exist. Its triggers are evaluated meanwhile, to explain why nothing happens.</remarks>
    /// <param name="target">The object.</param>
    /// <returns>False when it was paused already.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public bool Pause(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Add(new TriggerPause.SingleObject { Since = _timeProvider.GetUtcNow(), Object = target });
    }

    /// <summary>Pauses a stream: no object reacts to its images until it is resumed, and then once for all that was due.</summary>
    /// <param name="stream">The qualified name of the stream, which need not exist.</param>
    /// <returns>False when it was paused already.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public bool Pause(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Add(new TriggerPause.SingleStream { Since = _timeProvider.GetUtcNow(), Stream = stream });
    }

    /// <summary>Pauses everything: no object reacts until everything is resumed.</summary>
    /// <returns>False when everything was paused already.</returns>
    public bool PauseEverything() => Add(new TriggerPause.Everything { Since = _timeProvider.GetUtcNow() });

    /// <summary>Ends the pause of an object; pauses of its streams or of everything stay.</summary>
    /// <param name="target">The object.</param>
    /// <returns>False when it was not paused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public bool Resume(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return EndPause(TriggerKeys.Format(target));
    }

    /// <summary>Ends the pause of a stream; pauses of objects or of everything stay.</summary>
    /// <param name="stream">The qualified name of the stream.</param>
    /// <returns>False when it was not paused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public bool Resume(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return EndPause(TriggerKeys.Format(stream));
    }

    /// <summary>Ends the pause of everything; those of objects and streams stay.</summary>
    /// <returns>False when everything was not paused.</returns>
    public bool ResumeEverything() => EndPause(TriggerKeys.Everything);

    private bool Add(TriggerPause pause)
    {
        lock (_gate)
        {
            return _storm.Pauses.Add(pause);
        }
    }

    private bool EndPause(string key)
    {
        lock (_gate)
        {
            if (!_storm.Pauses.Remove(key))
            {
                return false;
            }

            EnqueueResumed();
        }

        RaiseNextDueChanged();
        return true;
    }

    private void EnqueueResumed()
    {
        foreach (var waiting in _storm.Pauses.TakeWaiting())
        {
            _queue.Add(waiting, TriggerCause.Resumed.Instance);
        }
    }
}
