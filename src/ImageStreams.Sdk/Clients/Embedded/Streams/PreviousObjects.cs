using System.Runtime.CompilerServices;

namespace ImageStreams.Clients;

/// <summary>Objects as they were before a change after which they no longer match, with the version of the change.</summary>
/// <remarks>One instance for all watchers, so that each is encoded once.</remarks>
internal sealed class PreviousObjects<T>
    where T : ApiObject
{
    private readonly ConditionalWeakTable<T, ApiObject> _known = [];

    /// <summary>Returns the object with the version of the change.</summary>
    public T WithVersion(T previous, string version)
    {
        if (_known.TryGetValue(previous, out var known) && known.Metadata.ResourceVersion == version)
        {
            return (T)known;
        }

        var changed = (ApiObject)previous with { Metadata = previous.Metadata with { ResourceVersion = version } };
        _known.AddOrUpdate(previous, changed);
        return (T)changed;
    }
}
