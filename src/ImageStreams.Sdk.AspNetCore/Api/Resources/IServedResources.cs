namespace ImageStreams.AspNetCore;

/// <summary>All resources that an application serves.</summary>
public interface IServedResources
{
    /// <summary>The resources: those of the image API first, then the added ones in their order.</summary>
    IReadOnlyList<ServedResource> All { get; }

    /// <summary>Finds a resource; null when it is not served.</summary>
    /// <param name="group">The API group; empty for the core group.</param>
    /// <param name="version">The version.</param>
    /// <param name="plural">The name in paths.</param>
    ServedResource? Find(string group, string version, string plural);

    /// <summary>Determines whether a version of a group has a resource.</summary>
    /// <param name="group">The API group; empty for the core group.</param>
    /// <param name="version">The version.</param>
    bool Contains(string group, string version);
}
