namespace ImageStreams.Kubernetes;

/// <summary>The options of credentials and registry rules that come from a cluster.</summary>
/// <remarks>Copied when a source is created. All options bind from configuration.</remarks>
public sealed class KubernetesRegistryOptions
{
    /// <summary>The default of <see cref="MaxNamespaces"/>: 200.</summary>
    public const int DefaultMaxNamespaces = 200;

    /// <summary>The default of <see cref="MaxSecrets"/>: 500.</summary>
    public const int DefaultMaxSecrets = 500;

    /// <summary>The default of <see cref="ReadTimeout"/>: 15 seconds.</summary>
    public static readonly TimeSpan DefaultReadTimeout = TimeSpan.FromSeconds(15);

    /// <summary>The default of <see cref="RecheckInterval"/>: 1 minute.</summary>
    public static readonly TimeSpan DefaultRecheckInterval = TimeSpan.FromMinutes(1);

    /// <summary>The default of <see cref="DropRefusedAfter"/>: 10 seconds.</summary>
    public static readonly TimeSpan DefaultDropRefusedAfter = TimeSpan.FromSeconds(10);

    /// <summary>The namespaces whose pull secrets may be used; empty, the default, for those of all streams that are
    /// imported.</summary>
    public IList<string> Namespaces { get; } = [];

    /// <summary>The service accounts whose <c>imagePullSecrets</c> are used, as for pods; empty, the default, for all pull secrets
    /// of a stream's namespace, as OpenShift's imports do.</summary>
    public IList<string> ServiceAccounts { get; } = [];

    /// <summary>The pull secrets for all namespaces, as <c>namespace/name</c>, such as <c>openshift-config/pull-secret</c>; they are
    /// tried after those of the namespace. Empty by default.</summary>
    public IList<string> SharedSecrets { get; } = [];

    /// <summary>The namespace of requests for no namespace's sake, such as those of a report; empty, the default, for none.</summary>
    public string DefaultNamespace { get; set; } = "";

    /// <summary>The number of namespaces whose secrets are watched at a time; 1 or more, 200 by default. Beyond it, the one that was
    /// not asked for longest is dropped, and watched again when it is asked for.</summary>
    public int MaxNamespaces { get; set; } = DefaultMaxNamespaces;

    /// <summary>The number of secrets of each type that are kept for one namespace; 1 or more, 500 by default.</summary>
    public int MaxSecrets { get; set; } = DefaultMaxSecrets;

    /// <summary>The time that a request waits for the first answer of the cluster; positive, 15 seconds by default.</summary>
    public TimeSpan ReadTimeout { get; set; } = DefaultReadTimeout;

    /// <summary>The time after which objects that were refused, or whose kind the cluster does not have, are looked for again;
    /// positive, 1 minute by default.</summary>
    public TimeSpan RecheckInterval { get; set; } = DefaultRecheckInterval;

    /// <summary>The time for which the cluster has to refuse secrets that were read (401 or 403), at least twice and without an answer in
    /// between, before they are dropped; positive, at most an hour, 10 seconds by default.</summary>
    /// <remarks>Shorter, a moment without a role or a token that is being renewed would make requests anonymous. A server may go on with
    /// a watch that it has granted, for minutes, before it asks for the right again.</remarks>
    public TimeSpan DropRefusedAfter { get; set; } = DefaultDropRefusedAfter;

    /// <summary>Finds out what is wrong with the options.</summary>
    /// <returns>A sentence for each problem; empty when the options can be used.</returns>
    public IEnumerable<string> Validate()
    {
        if (MaxNamespaces < 1 || MaxSecrets < 1)
        {
            yield return $"{nameof(MaxNamespaces)} is {MaxNamespaces} and {nameof(MaxSecrets)} {MaxSecrets}; both must be at least 1.";
        }

        if (ReadTimeout <= TimeSpan.Zero || RecheckInterval <= TimeSpan.Zero)
        {
            yield return $"{nameof(ReadTimeout)} is {ReadTimeout} and {nameof(RecheckInterval)} {RecheckInterval}; both must be positive.";
        }

        if (DropRefusedAfter <= TimeSpan.Zero || DropRefusedAfter > TimeSpan.FromHours(1))
        {
            yield return $"{nameof(DropRefusedAfter)} is {DropRefusedAfter}; it must be positive, and at most an hour.";
        }

        foreach (var secret in SharedSecrets)
        {
            if (!SecretName.TryParse(secret, out _))
            {
                yield return $"{nameof(SharedSecrets)} has '{secret}', which is not namespace/name.";
            }
        }
    }

    internal KubernetesRegistryOptions CopyChecked()
    {
        OptionProblems.ThrowIfAny(Validate());
        var copy = new KubernetesRegistryOptions
        {
            DefaultNamespace = DefaultNamespace,
            MaxNamespaces = MaxNamespaces,
            MaxSecrets = MaxSecrets,
            ReadTimeout = ReadTimeout,
            RecheckInterval = RecheckInterval,
            DropRefusedAfter = DropRefusedAfter,
        };
        Copy(Namespaces, copy.Namespaces);
        Copy(ServiceAccounts, copy.ServiceAccounts);
        Copy(SharedSecrets, copy.SharedSecrets);
        return copy;
    }

    private static void Copy(IList<string> from, IList<string> to)
    {
        foreach (var value in from)
        {
            to.Add(value);
        }
    }
}
