namespace ImageStreams.Validation;

/// <summary>Validates the names of environment variables.</summary>
internal static class VariableRules
{
    /// <summary>Checks the variables of a build, whose names may have dashes and dots.</summary>
    public static void CheckOfBuild(FieldNode variables, FieldErrors errors)
    {
        foreach (var variable in variables.GetItems())
        {
            CheckBuildName(variable["name"], errors);
            var from = variable["valueFrom"];
            if (from["resourceFieldRef"].Exists)
            {
                errors.Invalid(from.Path.Child("ResourceFieldRef"), variable["name"].Text,
                    "A build cannot read resources of its container: remove resourceFieldRef.");
            }
        }
    }

    /// <summary>Checks the variables of a deployer, whose names are identifiers.</summary>
    public static void CheckOfDeployer(FieldNode variables, FieldErrors errors)
    {
        foreach (var variable in variables.GetItems())
        {
            var name = variable["name"];
            CheckGiven(name, errors);
            if (!IsIdentifier(name.Text))
            {
                errors.Invalid(name.Path, name.Text,
                    $"'{NameTexts.Excerpt(name.Text)}' is not an identifier: use letters, digits and '_', and no digit first.");
            }
        }
    }

    /// <summary>Checks the variables of a container: each has a name, and a server accepts nearly any.</summary>
    public static void CheckOfContainer(FieldNode variables, FieldErrors errors)
    {
        foreach (var variable in variables.GetItems())
        {
            CheckGiven(variable["name"], errors);
        }
    }

    private static void CheckBuildName(FieldNode name, FieldErrors errors)
    {
        CheckGiven(name, errors);
        if (name.Text.Length > 0 && !IsBuildName(name.Text))
        {
            errors.Invalid(name.Path, name.Text, $"'{NameTexts.Excerpt(name.Text)}' is not the name of a variable: use letters, digits, "
                + "'_', '-' and '.', and neither a digit nor '..' first.");
        }
    }

    private static void CheckGiven(FieldNode name, FieldErrors errors)
    {
        if (name.Text.Length == 0)
        {
            errors.Required(name.Path, "The environment variable needs a name.");
        }
    }

    private static bool IsBuildName(string name) =>
        name is not ['.'] && !name.StartsWith("..", StringComparison.Ordinal)
        && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
