namespace ImageStreams.Validation;

/// <summary>Validates the repository of a build.</summary>
internal static class GitSourceRules
{
    /// <summary>Checks the address of the repository, and those of its proxies.</summary>
    public static void Check(FieldNode git, FieldErrors errors)
    {
        if (!git.Exists)
        {
            return;
        }

        var uri = git["uri"];
        if (uri.Text.Length == 0)
        {
            errors.Required(uri.Path, "The source needs the URI of its repository.");
        }
        else if (FindProblem(uri.Text) is { } problem)
        {
            errors.Invalid(uri.Path, uri.Text, problem);
        }

        CheckProxy(git["httpProxy"], git.Path.Child("httpproxy"), errors); // the server writes these paths in lower case
        CheckProxy(git["httpsProxy"], git.Path.Child("httpsproxy"), errors);
    }

    /// <summary>Finds the problem of an address with a scheme; an address without one, and any of SSH, is accepted.</summary>
    private static string? FindProblem(string uri)
    {
        if (!GoUrl.HasScheme(uri) || uri.StartsWith("ssh://", StringComparison.Ordinal))
        {
            return null;
        }

        if (!GoUrl.IsValid(uri))
        {
            return $"'{NameTexts.Excerpt(uri)}' is not a URI: write it as https://example.com/app.git.";
        }

        return uri.StartsWith("file://", StringComparison.OrdinalIgnoreCase) && !uri.AsSpan("file://".Length).StartsWith("/")
            && uri.Length > "file://".Length
            ? $"'{NameTexts.Excerpt(uri)}' names a host, but a file has none: write three slashes, as in file:///app."
            : null;
    }

    private static void CheckProxy(FieldNode proxy, FieldPath path, FieldErrors errors)
    {
        if (proxy.Text.Length > 0 && !GoUrl.IsValid(proxy.Text) && !GoUrl.IsValid($"http://{proxy.Text}"))
        {
            errors.Invalid(path, proxy.Text, $"'{NameTexts.Excerpt(proxy.Text)}' is not a URL: write it as http://proxy.example.com:3128.");
        }
    }
}
