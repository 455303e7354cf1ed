using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates <c>metadata.annotations</c>: qualified names, and any text up to a total.</summary>
internal static class AnnotationRules
{
    /// <summary>The maximum number of bytes of all keys and values together: 256 KiB.</summary>
    private const long MaxTotalBytes = 256 * 1024;

    /// <summary>Checks keys and the total; as in the API server, all errors have the path of the whole field.</summary>
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
            errors.TooLong(path, $"The annotations have {total} bytes, keys and values together, but the limit is "
                + $"{MaxTotalBytes}: store large data in a ConfigMap or a registry.");
        }
    }

    /// <summary>Converts a key to lower case as Go does, where the Kelvin sign becomes a k.</summary>
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
