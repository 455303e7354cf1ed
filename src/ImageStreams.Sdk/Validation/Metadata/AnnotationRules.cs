using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>The annotations of an object: qualified names, and any text up to a total.</summary>
internal static class AnnotationRules
{
    /// <summary>The most bytes that all keys and values have together: 256 KiB.</summary>
    private const long MaxTotalBytes = 256 * 1024;

    /// <summary>Whether the annotation is set by which images may come from registries without trusted TLS.</summary>
    public static bool AllowInsecure(ObjectMeta metadata) =>
        metadata.Annotations.TryGetValue(ImageStreamAnnotations.InsecureRepository, out var text) && text == "true";

    /// <summary>Checks keys and the total; all errors are those of the field as a whole, as the API server has it.</summary>
    public static void Check(ValueMap<string> annotations, FieldPath path, FieldErrors errors)
    {
        var total = 0L;
        foreach (var (key, value) in annotations.AsSpan())
        {
            errors.Invalid(path, key, QualifiedName.FindProblems(LowerCase(key), "annotation key"));
            total += NameTexts.CountBytes(key) + NameTexts.CountBytes(value);
        }

        if (total > MaxTotalBytes)
        {
            errors.TooLong(path, $"The annotations have {total} bytes, keys and values together, and may have "
                + $"{MaxTotalBytes}: keep what is large in a ConfigMap or a registry.");
        }
    }

    /// <summary>The domain in a key may be written in any case, as Go lowers it: the Kelvin sign is a k.</summary>
    private static string LowerCase(string key) => string.Create(key.Length, key, static (lower, source) =>
    {
        for (var i = 0; i < lower.Length; i++)
        {
            lower[i] = source[i] switch
            {
                '\u212A' => 'k',
                '\u0130' => 'i',
                var c => char.ToLowerInvariant(c),
            };
        }
    });
}
