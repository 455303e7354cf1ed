using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>Turns the lines of a watch into events.</summary>
internal static class WatchEvents
{
    private const string InitialEventsEnd = "k8s.io/initial-events-end";

    /// <summary>Reads an event; null for one of a type that is not known.</summary>
    public static WatchEvent<T>? Read<T>(WatchFrame frame, string version)
        where T : ApiObject, IWireObject<T>
    {
        var value = ResourceBodies.Read<T>(frame.Object.Span);
        var reached = value.Metadata.ResourceVersion is { Length: > 0 } own ? own : version;
        return frame.Type switch
        {
            "ADDED" => new WatchEvent<T>.Added { Object = value, ResourceVersion = reached },
            "MODIFIED" => new WatchEvent<T>.Modified { Object = value, ResourceVersion = reached },
            "DELETED" => new WatchEvent<T>.Deleted { Object = value, ResourceVersion = reached },
            "BOOKMARK" => new WatchEvent<T>.Bookmark { ResourceVersion = reached, EndsInitialEvents = EndsInitialEvents(value) },
            _ => null,
        };
    }

    private static bool EndsInitialEvents(ApiObject value) =>
        value.Metadata.Annotations.TryGetValue(InitialEventsEnd, out var text) && text == "true";
}
