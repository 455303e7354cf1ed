namespace ImageStreams.Clients;

/// <summary>Sets the <c>metadata</c> fields that belong to the server.</summary>
internal static class ServerMetadata
{
    /// <summary>The longest <c>generateName</c> that is kept; with its suffix it is a DNS label.</summary>
    private const int MaxPrefixLength = 58;

    /// <summary>Returns the metadata of a new object.</summary>
    public static ObjectMeta ForCreate(ObjectMeta metadata, IObjectNaming naming, TimeProvider timeProvider) => metadata with
    {
        Name = CreateName(metadata, naming),
        Uid = naming.CreateUid(),
        ResourceVersion = null,
        CreationTimestamp = Timestamp.Now(timeProvider),
        DeletionTimestamp = null,
        DeletionGracePeriodSeconds = null,
        SelfLink = null,
        ManagedFields = default,
    };

    /// <summary>Returns the metadata of an object that replaces another.</summary>
    public static ObjectMeta ForUpdate(ObjectMeta metadata, ObjectMeta old) => metadata with
    {
        Uid = string.IsNullOrEmpty(metadata.Uid) ? old.Uid : metadata.Uid,
        ResourceVersion = old.ResourceVersion,
        Generation = old.Generation,
        CreationTimestamp = old.CreationTimestamp,
        DeletionTimestamp = old.DeletionTimestamp ?? metadata.DeletionTimestamp,
        DeletionGracePeriodSeconds = old.DeletionGracePeriodSeconds ?? metadata.DeletionGracePeriodSeconds,
        SelfLink = old.SelfLink,
        ManagedFields = old.ManagedFields,
    };

    /// <summary>Determines whether an object is marked for deletion and has no finalizers left.</summary>
    public static bool IsFinalized(ObjectMeta metadata) =>
        metadata.DeletionTimestamp is not null && metadata.Finalizers.IsEmpty;

    private static string? CreateName(ObjectMeta metadata, IObjectNaming naming)
    {
        if (!string.IsNullOrEmpty(metadata.Name) || string.IsNullOrEmpty(metadata.GenerateName))
        {
            return metadata.Name;
        }

        var prefix = metadata.GenerateName;
        return (prefix.Length > MaxPrefixLength ? prefix[..MaxPrefixLength] : prefix) + naming.CreateSuffix();
    }
}
