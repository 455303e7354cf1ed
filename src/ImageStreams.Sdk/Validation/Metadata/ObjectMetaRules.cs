namespace ImageStreams.Validation;

/// <summary>The metadata of an object that is to be created: the rules of Kubernetes, with a name rule for each kind.</summary>
internal static class ObjectMetaRules
{
    /// <summary>Checks all of it.</summary>
    /// <param name="metadata">The metadata.</param>
    /// <param name="isNamespaced">Whether objects of the kind live in a namespace, or must not have one.</param>
    /// <param name="nameRule">What the kind asks of names.</param>
    /// <param name="path">Where the metadata stands.</param>
    /// <param name="errors">What is wrong is added here.</param>
    public static void Check(
        ObjectMeta metadata, bool isNamespaced, NameValidator nameRule, FieldPath path, FieldErrors errors)
    {
        CheckName(metadata, nameRule, path, errors);
        CheckNamespace(metadata.Namespace ?? "", isNamespaced, path.Child("namespace"), errors);
        if (metadata.Generation < 0)
        {
            errors.Invalid(path.Child("generation"), metadata.Generation,
                "A generation counts from 0 upwards: leave it out, the server counts.");
        }

        CheckMaps(metadata, path, errors);
        FinalizerRules.Check(metadata.Finalizers, path.Child("finalizers"), errors);
        ManagedFieldRules.Check(metadata.ManagedFields, path.Child("managedFields"), errors);
        FinalizerRules.CheckDomains(metadata.Finalizers, path.Child("finalizers"), errors);
    }

    /// <summary>Checks what is checked alike on creation and on update, but for what is managed.</summary>
    public static void CheckMaps(ObjectMeta metadata, FieldPath path, FieldErrors errors)
    {
        LabelRules.Check(metadata.Labels, path.Child("labels"), errors);
        AnnotationRules.Check(metadata.Annotations, path.Child("annotations"), errors);
        OwnerReferenceRules.Check(metadata.OwnerReferences, path.Child("ownerReferences"), errors);
    }

    private static void CheckName(ObjectMeta metadata, NameValidator nameRule, FieldPath path, FieldErrors errors)
    {
        if (metadata.GenerateName is { Length: > 0 } prefix)
        {
            errors.Invalid(path.Child("generateName"), prefix, nameRule(prefix, isPrefix: true));
        }

        if (string.IsNullOrEmpty(metadata.Name))
        {
            errors.Required(path.Child("name"), "The object needs a name; only a server makes one from generateName.");
        }
        else
        {
            errors.Invalid(path.Child("name"), metadata.Name, nameRule(metadata.Name, isPrefix: false));
        }
    }

    private static void CheckNamespace(string ns, bool isNamespaced, FieldPath path, FieldErrors errors)
    {
        if (!isNamespaced && ns.Length > 0)
        {
            errors.Forbidden(path, "Objects of this kind belong to the whole cluster: remove the namespace.");
        }
        else if (isNamespaced && ns.Length == 0)
        {
            errors.Required(path, "The object needs the namespace that it lives in.");
        }
        else if (isNamespaced)
        {
            errors.Invalid(path, ns, NamespaceRules.FindProblems(ns));
        }
    }
}
