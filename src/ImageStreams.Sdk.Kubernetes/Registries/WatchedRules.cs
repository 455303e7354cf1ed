using ImageStreams.Registries;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>The rules and authorities of a cluster, renewed with each change of its objects.</summary>
internal sealed class WatchedRules : IAsyncDisposable
{
    private readonly ILogger _logger;
    private readonly RuleObjects _objects;
    private readonly AuthorityObjects _maps;
    private readonly List<Action<RegistryAuthorities>> _followers = [];
    private readonly Lock _lock = new();
    private volatile RegistryPolicy _current = new(RegistryRules.None);
    private RegistryAuthorities _authorities = RegistryAuthorities.None;
    private bool _isDisposed;

    public WatchedRules(ApiSender sender, TimeSpan recheck, ILogger logger)
    {
        _logger = logger;
        lock (_lock)
        {
            _maps = new AuthorityObjects(sender, recheck, logger, Update);
            _objects = new RuleObjects(sender, recheck, logger, Update);
        }
    }

    /// <summary>The policy now.</summary>
    public RegistryPolicy Current => _current;

    /// <summary>The states of the watches.</summary>
    public IReadOnlyList<ClusterWatchStatus> Watches
    {
        get
        {
            lock (_lock)
            {
                return [.. _objects.Watches, .. _maps.Watches];
            }
        }
    }

    /// <summary>Waits until the rules are known, and then the authorities.</summary>
    public async Task WaitAsync()
    {
        await _objects.Known.ConfigureAwait(false);
        await _maps.Known.ConfigureAwait(false);
    }

    /// <summary>Tells authorities now, unless there are none, and after each change.</summary>
    public void Follow(Action<RegistryAuthorities> follower)
    {
        lock (_lock)
        {
            _followers.Add(follower);
            if (_authorities.Text.Length > 0)
            {
                follower(_authorities);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _isDisposed = true;
        }

        await _objects.DisposeAsync().ConfigureAwait(false);
        await _maps.DisposeAsync().ConfigureAwait(false);
    }

    private void Update()
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                SetRules(RegistryRules.From(_objects.Read()));
                _maps.Follow(_objects.FindAuthoritiesName());
                SetAuthorities(RegistryAuthorities.Read(_maps.Map, _logger));
            }
        }
    }

    private void SetRules(RegistryRules rules)
    {
        var former = _current.Rules;
        if (rules == former)
        {
            return;
        }

        _current = new RegistryPolicy(rules);
        _logger.RulesChanged(rules.ToString());
        foreach (var sentence in rules.Ignored.Except(former.Ignored))
        {
            _logger.RuleIgnored(sentence);
        }
    }

    private void SetAuthorities(RegistryAuthorities authorities)
    {
        if (authorities.Text == _authorities.Text)
        {
            return;
        }

        _authorities = authorities;
        foreach (var follower in _followers)
        {
            follower(authorities);
        }
    }
}
