namespace ImageStreams.Validation;

/// <summary>Validates the images that a build copies files from.</summary>
internal sealed class BuildImageRules(FieldErrors errors)
{
    private readonly BuildReferenceRules _references = new(errors);

    /// <summary>Checks all images, and then that no two have the same name.</summary>
    public void Check(FieldNode images)
    {
        foreach (var image in images.GetItems())
        {
            CheckImage(image);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in images.GetItems().SelectMany(static image => image["as"].GetItems()))
        {
            if (name.Text.Length > 0 && !seen.Add(name.Text))
            {
                errors.Duplicate(name.Path, name.Text, $"'{NameTexts.Excerpt(name.Text)}' names another image already: choose another name.");
            }
        }
    }

    private void CheckImage(FieldNode image)
    {
        _references.CheckSource(image["from"]);
        _references.CheckSecret(image["pullSecret"]);
        if (image["paths"].Count == 0 && image["as"].Count == 0)
        {
            errors.Required(image["paths"].Path, "The image needs paths to copy, or names in 'as'.");
            errors.Required(image["as"].Path, "The image needs paths to copy, or names in 'as'.");
        }

        foreach (var path in image["paths"].GetItems())
        {
            CheckSource(path["sourcePath"]);
            CheckTarget(path["destinationDir"]);
        }

        foreach (var name in image["as"].GetItems().Where(static name => name.Text.Length == 0))
        {
            errors.Invalid(name.Path, "", "The name is empty: write the image that it replaces in the Dockerfile.");
        }
    }

    private void CheckSource(FieldNode path)
    {
        _references.CheckGiven(path);
        if (!UnixPath.IsAbsolute(path.Text))
        {
            errors.Invalid(path.Path, path.Text, "The path in the image is absolute: begin it with '/'.");
        }
    }

    private void CheckTarget(FieldNode folder)
    {
        _references.CheckGiven(folder);
        if (UnixPath.IsAbsolute(folder.Text))
        {
            errors.Invalid(folder.Path, folder.Text, "The folder is relative to the source: remove the first '/'.");
        }

        if (UnixPath.BeginsWithDots(folder.Text))
        {
            errors.Invalid(folder.Path, folder.Text, "The folder is outside of the source: it must not begin with '..'.");
        }
    }
}
