using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates the <c>metadata</c> of a new object by the rules of Kubernetes.</summary>
internal static class ObjectMetaRules
{
    /// <summary>Finds the problems of the name of an object, or of a <c>generateName</c>; each kind has its own rule.</summary>
    internal delegate ValueList<string> NameValidator(string name, bool isPrefix);

    /// <summary>Checks all fields.</summary>
    /// <param name="metadata">The metadata.</param>
    /// <param name="isNamespaced">True when objects of the kind belong to a namespace; otherwise they must not have one.</param>
    /// <param name="nameValidator">The rule of the kind for names.</param>
    /// <param name="path">The path of the metadata.</param>
    /// <param name="errors">The collection to add errors to.</param>
    public static void Check(
        ObjectMeta metadata, bool isNamespaced, NameValidator nameValidator, FieldPath path, FieldErrors errors)
    {
        CheckName(metadata, nameValidator, path, errors);
        CheckNamespace(metadata.Namespace ?? "", isNamespaced, path.Child("namespace"), errors);
        if (metadata.Generation < 0)
        {
            errors.Invalid(path.Child("generation"), metadata.Generation,
                "A generation is not negative: leave it out, the server sets it.");
        }

        CheckMaps(metadata, path, errors);
        FinalizerRules.Check(metadata.Finalizers, path.Child("finalizers"), errors);
        ManagedFieldRules.Check(metadata.ManagedFields, path.Child("managedFields"), errors);
        FinalizerRules.CheckDomains(metadata.Finalizers, path.Child("finalizers"), errors);
    }

    /// <summary>Checks the fields that have the same rules for new objects and for updates, except managed fields.</summary>
    public static void CheckMaps(ObjectMeta metadata, FieldPath path, FieldErrors errors)
    {
        LabelRules.Check(metadata.Labels, path.Child("labels"), errors);
        AnnotationRules.Check(metadata.Annotations, path.Child("annotations"), errors);
        OwnerReferenceRules.Check(metadata.OwnerReferences, path.Child("ownerReferences"), errors);
    }

    private static void CheckName(ObjectMeta metadata, NameValidator nameValidator, FieldPath path, FieldErrors errors)
    {
        if (metadata.GenerateName is { Length: > 0 } prefix)
        {
            errors.Invalid(path.Child("generateName"), prefix, nameValidator(prefix, isPrefix: true));
        }

        if (string.IsNullOrEmpty(metadata.Name))
        {
            errors.Required(path.Child("name"), "The object needs a name; only a server generates one from generateName.");
        }
        else
        {
            errors.Invalid(path.Child("name"), metadata.Name, nameValidator(metadata.Name, isPrefix: false));
        }
    }

    private static void CheckNamespace(string ns, bool isNamespaced, FieldPath path, FieldErrors errors)
    {
        if (!isNamespaced && ns.Length > 0)
        {
            errors.Forbidden(path, "Objects of this kind are cluster-scoped: remove the namespace.");
        }
        else if (isNamespaced && ns.Length == 0)
        {
            errors.Required(path, "The object needs a namespace.");
        }
        else if (isNamespaced)
        {
            errors.Invalid(path, ns, NamespaceRules.FindProblems(ns));
        }
    }
}
