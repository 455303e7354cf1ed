namespace ImageStreams.Validation;

/// <summary>Validates the labels that a build adds to its image.</summary>
internal static class ImageLabelRules
{
    private const int MaxName = 253;

    /// <summary>Checks that each label has a valid name of its own.</summary>
    public static void Check(FieldNode labels, FieldErrors errors)
    {
        foreach (var label in labels.GetItems())
        {
            CheckName(label["name"], errors);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var label in labels.GetItems())
        {
            var name = label["name"];
            if (!seen.Add(name.Text))
            {
                errors.Invalid(name.Path, name.Text, $"The label '{NameTexts.Excerpt(name.Text)}' is set twice: remove one of them.");
            }
        }
    }

    private static void CheckName(FieldNode name, FieldErrors errors)
    {
        if (name.Text.Length == 0)
        {
            errors.Required(name.Path, "The label needs a name.");
        }
        else if (!IsValid(name.Text))
        {
            errors.Invalid(name.Path, name.Text, $"'{NameTexts.Excerpt(name.Text)}' is not a name for a label: use at most {MaxName} "
                + "letters, digits, '-', '_' and '.', and not '..' first.");
        }
    }

    private static bool IsValid(string name) =>
        name.Length <= MaxName && name != "." && !name.StartsWith("..", StringComparison.Ordinal)
        && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
