using System.Runtime.ExceptionServices;
using ImageStreams.References;

namespace ImageStreams.Controllers;

/// <summary>Calls observers in the order in which they were added, each regardless of what another one throws.</summary>
/// <remarks>Not safe for concurrent use.</remarks>
internal sealed class ObserverCalls
{
    private readonly List<IStreamObserver> _observers = [];
    private ExceptionDispatchInfo? _failed;

    /// <summary>Adds an observer, and tells it of all streams.</summary>
    public void Add(IStreamObserver observer, IEnumerable<ImageStream> streams)
    {
        _observers.Add(observer);
        foreach (var stream in streams)
        {
            Call(observer, stream);
        }
    }

    public bool Remove(IStreamObserver observer) => _observers.Remove(observer);

    /// <summary>Tells all observers of a stream.</summary>
    public void Observe(ImageStream stream)
    {
        foreach (var observer in _observers)
        {
            Call(observer, stream);
        }
    }

    /// <summary>Tells all observers that a stream is gone.</summary>
    public void Remove(ImageStreamName stream)
    {
        foreach (var observer in _observers)
        {
            try
            {
                observer.Remove(stream);
            }
#pragma warning disable CA1031 // Whatever an observer throws: the others are told first, and it is rethrown after that.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Remember(e);
            }
        }
    }

    /// <summary>Throws what the first observer has thrown since the last call, if any has.</summary>
    public void ThrowIfAnyFailed()
    {
        var failed = _failed;
        _failed = null;
        failed?.Throw();
    }

    private void Call(IStreamObserver observer, ImageStream stream)
    {
        try
        {
            observer.Observe(stream);
        }
#pragma warning disable CA1031 // See Remove.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Remember(e);
        }
    }

    private void Remember(Exception exception) => _failed ??= ExceptionDispatchInfo.Capture(exception);
}
