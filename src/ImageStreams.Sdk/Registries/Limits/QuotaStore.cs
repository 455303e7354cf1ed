using System.Collections.Concurrent;

namespace ImageStreams.Registries;

/// <summary>The last quota of each registry and credential scope.</summary>
internal sealed class QuotaStore
{
    private const int MaxEntries = 4096;
    private readonly ConcurrentDictionary<(string Registry, string Scope), RegistryQuota> _quotas = new();

    public void Record(RegistryQuota quota)
    {
        if (_quotas.Count >= MaxEntries)
        {
            _quotas.Clear();
        }

        _quotas[(quota.Registry, quota.CredentialScope)] = quota;
    }

    public RegistryQuota? Find(string registry, string scope) =>
        _quotas.GetValueOrDefault((RegistryScope.Canonical(registry), scope));
}
