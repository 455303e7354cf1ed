using System.Text.Json;
using ImageStreams.Controllers;
using ImageStreams.Registries;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>Pull secrets that are watched together, as one source of credentials.</summary>
internal sealed class PullSecretSet : IAsyncDisposable
{
    private readonly string _name;
    private readonly KubernetesRegistryOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ClusterWatch[] _secrets;
    private readonly ClusterWatch? _accounts;
    private readonly PullSecretTable _table;
    private readonly Lock _lock = new();
    private long _version;
    private long _builtVersion = -1;
    private IRegistryCredentialSource _source = RegistryCredentials.Anonymous;

    private PullSecretSet(
        ApiSender sender, string name, KubernetesRegistryOptions options, ILogger logger, IEnumerable<ReflectorOptions> secrets, ReflectorOptions? accounts)
    {
        (_name, _options, _timeProvider) = (name, options, sender.TimeProvider);
        _table = new PullSecretTable(logger);
        _secrets = [.. secrets.Select(selection => Watch(RegistryResourceTypes.Secrets, selection))];
        _accounts = accounts is null ? null : Watch(RegistryResourceTypes.ServiceAccounts, accounts);

        ClusterWatch Watch(ClusterResourceType type, ReflectorOptions selection)
        {
            (selection.RecheckInterval, selection.DropRefusedAfter) = (options.RecheckInterval, options.DropRefusedAfter);
            return new ClusterWatch(sender, type, selection, logger, () => Interlocked.Increment(ref _version));
        }
    }

    /// <summary>The states of the watches.</summary>
    public IEnumerable<ClusterWatchStatus> Watches => All.Select(static watch => watch.Status);

    private IEnumerable<ClusterWatch> All => _secrets.Append(_accounts).OfType<ClusterWatch>();

    /// <summary>Watches the pull secrets of a namespace. Other secrets are not asked for.</summary>
    public static PullSecretSet OfNamespace(ApiSender sender, string ns, KubernetesRegistryOptions options, ILogger logger)
    {
        var accounts = options.ServiceAccounts.Count == 0 ? null : new ReflectorOptions { Namespace = ns };
        return new PullSecretSet(sender, $"the pull secrets of the namespace {ns}", options, logger, [ByType("dockerconfigjson"), ByType("dockercfg")], accounts);

        ReflectorOptions ByType(string type) => new() { Namespace = ns, FieldSelector = $"type=kubernetes.io/{type}", MaxObjects = options.MaxSecrets };
    }

    /// <summary>Watches single secrets.</summary>
    public static PullSecretSet Shared(ApiSender sender, IEnumerable<SecretName> names, KubernetesRegistryOptions options, ILogger logger)
    {
        var selections = names.Select(
            static name => new ReflectorOptions { Namespace = name.Namespace, FieldSelector = $"metadata.name={name.Name}" });
        return new PullSecretSet(sender, "the shared pull secrets", options, logger, selections, accounts: null);
    }

    /// <summary>Finds a credential in the secrets as they are now.</summary>
    /// <exception cref="RegistryCredentialException">The cluster has not said in time which secrets there are.</exception>
    public async ValueTask<RegistryCredentialLookup> FindAsync(RegistryCredentialQuery query, CancellationToken cancellationToken)
    {
        var known = Task.WhenAll(All.Select(static watched => watched.Known));
        try
        {
            await known.WaitAsync(_options.ReadTimeout, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new RegistryCredentialException(
                RegistryCredentialFailure.Unreadable, _name, $"The cluster has not answered within {_options.ReadTimeout} what {_name} are.", e);
        }

        var found = await GetSource().FindAsync(query, cancellationToken).ConfigureAwait(false);
        return found.Credential is null ? RegistryCredentialLookup.None(_name) : found;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var watched in All)
        {
            await watched.DisposeAsync().ConfigureAwait(false);
        }
    }

    private IRegistryCredentialSource GetSource()
    {
        lock (_lock)
        {
            var version = Interlocked.Read(ref _version);
            if (version != _builtVersion)
            {
                (_source, _builtVersion) = (_table.Create(FindLinked()), version);
            }

            return _source;
        }
    }

    private IEnumerable<ClusterObject> FindLinked()
    {
        var all = _secrets.SelectMany(static watched => watched.Objects);
        if (_accounts is null)
        {
            return all;
        }

        var linked = _accounts.Objects.Where(account => _options.ServiceAccounts.Contains(account.Name)).SelectMany(ReadLinks).ToHashSet(StringComparer.Ordinal);
        return all.Where(secret => linked.Contains(secret.Name));
    }

    private static List<string> ReadLinks(ClusterObject account)
    {
        using var document = ObjectJson.Parse(account);
        var links = ObjectJson.Find(document.RootElement, "imagePullSecrets");
        return links.ValueKind == JsonValueKind.Array
            ? [.. links.EnumerateArray().Select(static link => ObjectJson.GetText(ObjectJson.Find(link, "name")))]
            : [];
    }
}
