namespace ImageStreams.Policies;

/// <summary>The policy of a spec tag in its annotation, <see cref="Name"/>.</summary>
/// <remarks>
/// The value is one JSON object, whose fields are on the page <c>docs/reference/tag-policies.md</c>. OpenShift keeps the annotation and
/// does not act on it: the tag stays a tag that follows the image of its <c>from</c>.
/// </remarks>
public static class TagPolicyAnnotation
{
    /// <summary>The name of the annotation.</summary>
    public const string Name = "imagestreams.sdk/tag-policy";

    /// <summary>The greatest number of characters of the value.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>Reads the policy of a spec tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The policy, nothing, or the error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static TagPolicyReading Read(TagReference tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return tag.Annotations.TryGetValue(Name, out var text) ? Parse(text) : new TagPolicyReading.Absent();
    }

    /// <summary>Reads a policy from the text of an annotation: strict, without unknown or repeated fields.</summary>
    /// <param name="text">The JSON object.</param>
    /// <returns>The policy, or the error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static TagPolicyReading Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var policy = TagPolicyJsonReader.Read(text, out var error);
        error ??= policy!.Check();
        return error is null ? new TagPolicyReading.Found { Policy = policy! } : new TagPolicyReading.Invalid { Error = error };
    }

    /// <summary>Formats a policy as JSON, without the fields that have their default.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The text, which <see cref="Parse"/> reads as an equal policy when the policy has no error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    public static string Format(TagPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return TagPolicyJsonWriter.Write(policy);
    }

    /// <summary>Creates a copy of a spec tag with a policy, or without.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="policy">The policy; null removes it.</param>
    /// <returns>The copy, whose other annotations are the same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static TagReference Write(TagReference tag, TagPolicy? policy)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return AnnotationJson.Annotate(tag, Name, policy is null ? null : Format(policy));
    }
}
