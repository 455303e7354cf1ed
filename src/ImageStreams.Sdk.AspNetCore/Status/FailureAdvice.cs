namespace ImageStreams.AspNetCore;

/// <summary>The advice to a person about a failed import, by its reason and the root cause in its message.</summary>
internal static class FailureAdvice
{
    private static readonly (string Part, string Advice)[] ByCause =
    [
        ("certificate", "Trust the certificate authority of the registry, or for a test registry set importPolicy.insecure of the tag."),
        ("name or service not known", "Correct the host in the spec tag, or make its name known to the DNS of this machine."),
        ("connection refused", "Check that the registry runs, and that its port is right."),
        ("timed out", "Check the network and the proxy between this machine and the registry; raise the limit that the message names."),
        ("digest", "Check the proxies and caches between this machine and the registry: they changed the content."),
        ("credential", "Correct the file or the helper with the credentials that the message names."),
        ("token", "Check that the token server belongs to the registry, and then trust it by name."),
    ];

    /// <summary>Finds the advice for a failure.</summary>
    public static string Find(string? reason, string? message) => reason switch
    {
        "NotFound" => "Push the tag, or correct its name in the spec tag. Some registries answer so when credentials are missing.",
        "Unauthorized" => "Give this service credentials that may pull from the repository. Some registries answer so when it does not exist.",
        "Forbidden" => "The policy blocks every source of the image. Change its rules, or follow another image.",
        "TooManyRequests" => "Nothing if it is rare: the import is tried again. Otherwise log in, use a mirror, or import less often.",
        _ => FindByCause(message ?? ""),
    };

    private static string FindByCause(string message)
    {
        foreach (var (part, advice) in ByCause)
        {
            if (message.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return advice;
            }
        }

        return "The import is tried again. If it goes on, read the log of the registry.";
    }
}
