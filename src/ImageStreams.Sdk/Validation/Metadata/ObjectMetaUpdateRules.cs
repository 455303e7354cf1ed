namespace ImageStreams.Validation;

/// <summary>Validates the <c>metadata</c> of an update by the rules of Kubernetes.</summary>
internal static class ObjectMetaUpdateRules
{
    private static readonly FieldPath Path = FieldPath.Root.Child("metadata");

    /// <summary>Checks the metadata against the metadata that it replaces.</summary>
    public static void Check(ObjectMeta metadata, ObjectMeta old, FieldErrors errors)
    {
        if (old.DeletionTimestamp is { IsSet: true })
        {
            FinalizerRules.CheckAdded(metadata.Finalizers, old.Finalizers, Path.Child("finalizers"), errors);
        }

        CheckVersions(metadata, old, errors);
        CheckUnchanged(metadata.Name, old.Name, "name", errors);
        CheckUnchanged(metadata.Namespace, old.Namespace, "namespace", errors);
        CheckUnchanged(metadata.Uid, old.Uid, "uid", errors);
        CheckLifeUnchanged(metadata, old, errors);
        ObjectMetaRules.CheckMaps(metadata, Path, errors);
        ManagedFieldRules.Check(metadata.ManagedFields, Path.Child("managedFields"), errors);
        FinalizerRules.CheckDomains(metadata.Finalizers, Path.Child("finalizers"), errors);
    }

    private static void CheckVersions(ObjectMeta metadata, ObjectMeta old, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(metadata.ResourceVersion))
        {
            errors.Invalid(Path.Child("resourceVersion"), "",
                "An update needs the version that it replaces: take it from the object that was read.");
        }

        if (metadata.Generation < old.Generation)
        {
            errors.Invalid(Path.Child("generation"), metadata.Generation,
                $"The generation must not decrease: it is {old.Generation} now.");
        }
    }

    private static void CheckLifeUnchanged(ObjectMeta metadata, ObjectMeta old, FieldErrors errors)
    {
        CheckUnchanged(Text(metadata.CreationTimestamp), Text(old.CreationTimestamp), "creationTimestamp", errors);
        CheckUnchanged(Text(metadata.DeletionTimestamp), Text(old.DeletionTimestamp), "deletionTimestamp", errors);
        if (metadata.DeletionGracePeriodSeconds != old.DeletionGracePeriodSeconds)
        {
            AddImmutable(metadata.DeletionGracePeriodSeconds, "deletionGracePeriodSeconds", errors);
        }
    }

    private static void CheckUnchanged(string? value, string? old, string name, FieldErrors errors)
    {
        if ((value ?? "") != (old ?? ""))
        {
            AddImmutable(value ?? "", name, errors);
        }
    }

    private static void AddImmutable(object? value, string name, FieldErrors errors) => errors.Invalid(
        Path.Child(name), value, $"The {name} of an object is immutable: leave it as it was read, or create another object.");

    private static string? Text(Timestamp? time) => time is { IsSet: true } set ? set.ToString() : null;
}
