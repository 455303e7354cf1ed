namespace ImageStreams.Validation;

/// <summary>Validates the secrets and config maps that a build copies to its source.</summary>
internal sealed class BuildFileRules(bool isDocker, FieldErrors errors)
{
    /// <summary>Checks all secrets, then all config maps.</summary>
    public void Check(FieldNode source)
    {
        Check(source["secrets"], "secret");
        Check(source["configMaps"], "configMap");
    }

    private void Check(FieldNode list, string kind)
    {
        foreach (var item in list.GetItems())
        {
            CheckName(item[kind], kind);
            CheckFolder(item["destinationDir"]);
        }
    }

    private void CheckName(FieldNode reference, string kind)
    {
        var name = reference["name"].Text;
        if (name.Length == 0)
        {
            errors.Required(reference.Path, $"The {kind} needs a name.");
        }

        if (!DnsNameRules.IsSubdomain(name))
        {
            errors.Invalid(reference.Path, null, $"'{NameTexts.Excerpt(name)}' is not the name of a {kind}: use lower-case letters and "
                + "digits, with '-' or '.' only between them.");
        }
    }

    private void CheckFolder(FieldNode folder)
    {
        if (UnixPath.BeginsWithDots(folder.Text))
        {
            errors.Invalid(folder.Path, folder.Text, "The folder is outside of the source: it must not begin with '..'.");
        }

        if (isDocker && UnixPath.IsAbsolute(folder.Text))
        {
            errors.Invalid(folder.Path, folder.Text, "The folder of a Docker build is relative to its source: remove the first '/'.");
        }
    }
}
