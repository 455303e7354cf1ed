using ImageStreams.Collections;

namespace ImageStreams.Validation;

public static partial class ImageStreamValidator
{
    /// <summary>What is wrong with a stream's tag that is to be created.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="allowed">The registries that images may come from.</param>
    /// <returns>The errors; empty when the tag is good.</returns>
    public static ValueList<FieldError> Validate(ImageStreamTag tag, AllowedRegistries allowed)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(allowed);

        var errors = new FieldErrors();
        StreamTagRules.Check(tag, allowed, errors);
        return errors.ToValueList();
    }

    /// <summary>What is wrong with a stream's tag that is to be created, wherever its image comes from.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The errors; empty when the tag is good.</returns>
    public static ValueList<FieldError> Validate(ImageStreamTag tag) => Validate(tag, AllowedRegistries.All);

    /// <summary>What is wrong with a stream's tag that is to take the place of another.</summary>
    /// <remarks>
    /// Only annotations, wish, lookup policy and generation may change. The repository that the tag comes from already
    /// is allowed whatever <paramref name="allowed"/> says.
    /// </remarks>
    /// <param name="tag">The tag as it is to be.</param>
    /// <param name="old">The tag as it is.</param>
    /// <param name="allowed">The registries that images may come from.</param>
    /// <returns>The errors; empty when the update is good.</returns>
    public static ValueList<FieldError> ValidateUpdate(
        ImageStreamTag tag, ImageStreamTag old, AllowedRegistries allowed)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(allowed);

        var errors = new FieldErrors();
        StreamTagRules.CheckUpdate(tag, old, allowed, errors);
        return errors.ToValueList();
    }

    /// <summary>
    /// What is wrong with a stream's tag that is to take the place of another, wherever
    /// its image comes from.
    /// </summary>
    /// <param name="tag">The tag as it is to be.</param>
    /// <param name="old">The tag as it is.</param>
    /// <returns>The errors; empty when the update is good.</returns>
    public static ValueList<FieldError> ValidateUpdate(ImageStreamTag tag, ImageStreamTag old) =>
        ValidateUpdate(tag, old, AllowedRegistries.All);

    /// <summary>What is wrong with a tag and its history that is to be created.</summary>
    /// <param name="tag">The tag, which must have a spec.</param>
    /// <param name="allowed">The registries that images may come from.</param>
    /// <returns>The errors; empty when the tag is good.</returns>
    public static ValueList<FieldError> Validate(ImageTag tag, AllowedRegistries allowed)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(allowed);

        var errors = new FieldErrors();
        ImageTagRules.Check(tag, allowed, errors);
        return errors.ToValueList();
    }

    /// <summary>
    /// What is wrong with a tag and its history that is to be created, wherever
    /// its image comes from.
    /// </summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The errors; empty when the tag is good.</returns>
    public static ValueList<FieldError> Validate(ImageTag tag) => Validate(tag, AllowedRegistries.All);

    /// <summary>What is wrong with a tag and its history that is to take the place of another.</summary>
    /// <remarks>
    /// Only the spec may change. The repository that the tag comes from already is allowed whatever
    /// <paramref name="allowed"/> says.
    /// </remarks>
    /// <param name="tag">The tag as it is to be.</param>
    /// <param name="old">The tag as it is.</param>
    /// <param name="allowed">The registries that images may come from.</param>
    /// <returns>The errors; empty when the update is good.</returns>
    public static ValueList<FieldError> ValidateUpdate(ImageTag tag, ImageTag old, AllowedRegistries allowed)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(allowed);

        var errors = new FieldErrors();
        ImageTagRules.CheckUpdate(tag, old, allowed, errors);
        return errors.ToValueList();
    }

    /// <summary>
    /// What is wrong with a tag and its history that is to take the place of another, wherever
    /// its image comes from.
    /// </summary>
    /// <param name="tag">The tag as it is to be.</param>
    /// <param name="old">The tag as it is.</param>
    /// <returns>The errors; empty when the update is good.</returns>
    public static ValueList<FieldError> ValidateUpdate(ImageTag tag, ImageTag old) =>
        ValidateUpdate(tag, old, AllowedRegistries.All);
}
