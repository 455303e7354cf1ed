using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates <c>metadata.finalizers</c>: qualified names, and a few of Kubernetes without a domain.</summary>
internal static class FinalizerRules
{
    private const string Orphan = "orphan";
    private const string Foreground = "foregroundDeletion";
    private const string Kubernetes = "kubernetes";

    /// <summary>Checks the names, and that no two contradict each other.</summary>
    public static void Check(ValueList<string> finalizers, FieldPath path, FieldErrors errors)
    {
        foreach (var finalizer in finalizers.AsSpan())
        {
            errors.Invalid(path, finalizer, QualifiedName.FindProblems(finalizer, "finalizer"));
        }

        if (finalizers.AsSpan().Contains(Orphan) && finalizers.AsSpan().Contains(Foreground))
        {
            errors.Invalid(path, null, $"'{Orphan}' and '{Foreground}' contradict each other: remove one of them.");
        }
    }

    /// <summary>Checks that a name without a domain is one of those of Kubernetes.</summary>
    public static void CheckDomains(ValueList<string> finalizers, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < finalizers.Count; i++)
        {
            var finalizer = finalizers[i];
            if (!finalizer.Contains('/', StringComparison.Ordinal)
                && finalizer is not (Orphan or Foreground or Kubernetes))
            {
                errors.Invalid(path.Index(i), finalizer, $"'{NameTexts.Excerpt(finalizer)}' is not a finalizer of Kubernetes "
                    + "itself: prefix it with the domain of the controller that removes it, as in example.com/name.");
            }
        }
    }

    /// <summary>Checks that an object that is being deleted gets no new finalizers.</summary>
    public static void CheckAdded(
        ValueList<string> finalizers, ValueList<string> old, FieldPath path, FieldErrors errors)
    {
        var added = finalizers.Except(old, StringComparer.Ordinal).Select(NameTexts.Excerpt).Order(StringComparer.Ordinal);
        var list = string.Join("', '", added);
        if (list.Length > 0)
        {
            errors.Forbidden(path, $"The object is being deleted and cannot have new finalizers: remove '{list}'.");
        }
    }
}
