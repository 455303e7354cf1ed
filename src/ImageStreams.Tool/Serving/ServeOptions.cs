using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>The options of <c>serve</c>.</summary>
internal sealed class ServeOptions
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "The SQLite file with the streams, which is created when it does not exist; :memory: for none. Default: streams.db, and :memory: with --demo.",
        HelpName = "FILE",
    };

    private readonly StoreOptions _store = new();

    private readonly Option<string> _listen = new("--listen")
    {
        Description = "The address and port. Another address than one of this machine lets other machines in.",
        HelpName = "ADDRESS:PORT",
        DefaultValueFactory = _ => "127.0.0.1:6443",
    };

    private readonly Option<string> _kubeconfig = new("--kubeconfig")
    {
        Description = "The file that gets the address, the certificate and the token for kubectl, oc and other clients.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "imagestreams.kubeconfig",
    };

    private readonly Option<string> _registry = new("--registry", "--registry-host")
    {
        Description = "The registry that streams name as their own, in status.dockerImageRepository.",
        HelpName = "HOST",
        DefaultValueFactory = _ => "image-registry.openshift-image-registry.svc:5000",
    };

    private readonly Option<string> _namespace = new("--namespace", "-n")
    {
        Description = "The namespace in the kubeconfig, for clients that name none.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "default",
    };

    private readonly Option<int?> _interval = new("--import-interval")
    {
        Description = "The seconds between two imports of a scheduled tag. Default: 900, and 5 with --demo.",
        HelpName = "SECONDS",
    };

    private readonly Option<bool> _demo = new("--demo")
    {
        Description = "Import from a registry in the process, in which images move every few seconds.",
    };

    private readonly Option<string?> _certificate = new("--tls-certificate")
    {
        Description = "A PEM file with a certificate and those of its authorities. Default: one that is made at the start.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _key = new("--tls-key") { Description = "The PEM file with the key of --tls-certificate.", HelpName = "FILE" };

    private readonly Option<string?> _token = new("--token-file")
    {
        Description = "A file with the token of the administrator, at least 16 characters. Default: one that is made at the start.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _webhook = new("--webhook-secret-file")
    {
        Description = "A file with the secret, at least 16 characters, of a registry that posts to /hooks/registry when an image moves.",
        HelpName = "FILE",
    };

    public ServeOptions() => _interval.RequirePositive();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_data, .. _store.All, _listen, _kubeconfig, _registry, _namespace, _interval, _demo, _certificate, _key, _token, _webhook])
        {
            command.Add(option);
        }
    }

    /// <summary>Reads a command line.</summary>
    /// <exception cref="ToolException">An option is wrong.</exception>
    public ServeSettings Read(ParseResult parsed)
    {
        var isDemo = parsed.GetValue(_demo);
        var settings = _store.Read(parsed, new ServeSettings
        {
            Data = parsed.GetValue(_data) ?? (isDemo ? ServeSettings.InMemory : "streams.db"),
            Listen = ListenAddress.Parse(parsed.GetValue(_listen)!),
            Kubeconfig = parsed.GetValue(_kubeconfig)!,
            Registry = parsed.GetValue(_registry)!,
            Namespace = RequireNamespace(parsed.GetValue(_namespace)!),
            ImportInterval = TimeSpan.FromSeconds(parsed.GetValue(_interval) ?? (isDemo ? 5 : 900)),
            IsDemo = isDemo,
            CertificateFile = parsed.GetValue(_certificate),
            KeyFile = parsed.GetValue(_key),
            TokenFile = parsed.GetValue(_token),
            WebhookSecretFile = parsed.GetValue(_webhook),
        });
        return (settings.CertificateFile is null) == (settings.KeyFile is null)
            ? settings
            : throw ToolException.Usage("--tls-certificate and --tls-key belong together.");
    }

    private static string RequireNamespace(string name) =>
        name.Length is > 0 and <= 63
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        && !name.StartsWith('-')
        && !name.EndsWith('-')
            ? name
            : throw ToolException.Usage("--namespace must have lowercase letters, digits and hyphens, the latter between them.");
}
