using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <content>The limit of the number of objects.</content>
public sealed partial class Reflector<T>
{
    private bool _isLimitSaid;

    /// <summary>Leaves the last objects of a list out, beyond the limit.</summary>
    private List<T> Limit(List<T> objects)
    {
        var leavesOut = objects.Count > _options.MaxObjects;
        SetLeftOut(leavesOut);
        return leavesOut ? objects[.._options.MaxObjects!.Value] : objects;
    }

    /// <summary>Applies an event, unless its object is one too many; where others were left out, a deletion makes room for them.</summary>
    private bool Apply(WatchEvent<T> change)
    {
        if (change is WatchEvent<T>.Added { Object: var added } && IsTooMany(added)
            || change is WatchEvent<T>.Modified { Object: var modified } && IsTooMany(modified))
        {
            SetLeftOut(true);
            return false;
        }

        var isTold = Objects.Apply(change);
        _mustList |= isTold && change is WatchEvent<T>.Deleted && Status.HasLeftOut;
        return isTold;
    }

    private bool IsTooMany(T value) =>
        _options.MaxObjects is { } limit && Objects.Count >= limit && Objects.Find(ObjectKey.FromObject(value)) is null;

    private void SetLeftOut(bool value)
    {
        Change(status => status with { HasLeftOut = value });
        if (value && !_isLimitSaid)
        {
            _isLimitSaid = true;
            _logger.LeftOut(_options.MaxObjects!.Value, _source.Resource);
        }
    }
}
