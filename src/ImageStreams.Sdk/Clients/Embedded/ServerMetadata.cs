namespace ImageStreams.Clients;

/// <summary>What a server says of an object's metadata, whatever its writer says.</summary>
internal static class ServerMetadata
{
    /// <summary>The longest beginning of a generated name that is kept; with its end it is a DNS label.</summary>
    private const int MaxPrefixLength = 58;

    /// <summary>The metadata of an object that is made now.</summary>
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

    /// <summary>The metadata of an object that takes the place of another.</summary>
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

    /// <summary>Whether an object was to be deleted and nothing holds it any longer.</summary>
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
