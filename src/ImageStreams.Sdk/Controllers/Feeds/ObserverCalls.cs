using System.Runtime.ExceptionServices;

namespace ImageStreams.Controllers;

/// <summary>Calls observers in the order in which they were added, each regardless of what another one throws.</summary>
/// <remarks>Not safe for concurrent use.</remarks>
internal sealed class ObserverCalls<T>
    where T : ApiObject
{
    private readonly List<IObjectObserver<T>> _observers = [];
    private ExceptionDispatchInfo? _failed;

    /// <summary>Adds an observer, and tells it of all objects.</summary>
    public void Add(IObjectObserver<T> observer, IEnumerable<T> objects)
    {
        _observers.Add(observer);
        foreach (var value in objects)
        {
            Call(observer, value, isRemoved: false);
        }
    }

    public bool Remove(IObjectObserver<T> observer) => _observers.Remove(observer);

    /// <summary>Tells all observers of an object, or that it is gone.</summary>
    public void Tell(T value, bool isRemoved)
    {
        foreach (var observer in _observers)
        {
            Call(observer, value, isRemoved);
        }
    }

    /// <summary>Throws what the first observer has thrown since the last call, if any has.</summary>
    public void ThrowIfAnyFailed()
    {
        var failed = _failed;
        _failed = null;
        failed?.Throw();
    }

    private void Call(IObjectObserver<T> observer, T value, bool isRemoved)
    {
        try
        {
            if (isRemoved)
            {
                observer.Remove(value);
                return;
            }

            observer.Observe(value);
        }
#pragma warning disable CA1031 // Whatever an observer throws: the others are told first, and it is rethrown after that.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _failed ??= ExceptionDispatchInfo.Capture(e);
        }
    }
}
