using ImageStreams.Clients;
using ImageStreams.References;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using ImageStreams.Tests.PostgreSql.Servers;
using Npgsql;

namespace ImageStreams.Tests.PostgreSql.Replicas;

/// <summary>Three processes over one store and one registry, of which one is killed again and again.</summary>
internal sealed class ReplicaFleet : IAsyncDisposable
{
    public const string Namespace = "shop";
    public const string Tag = "1";
    private const int Size = 3;
    private readonly string _place;
    private readonly NpgsqlDataSource _source;
    private readonly LoopbackRegistryServer _registry;
    private readonly List<ReplicaProcess> _processes = [];
    private int _moves;

    private ReplicaFleet(string place, PostgreSqlImageStreamStore store, LoopbackRegistryServer registry)
    {
        (_place, Store, _registry) = (place, store, registry);
        _source = NpgsqlDataSource.Create(place);
    }

    public PostgreSqlImageStreamStore Store { get; }

    /// <summary>The longest time from a push to a request for a build: a process that was killed, its lease, two intervals, and a
    /// slow machine.</summary>
    public TimeSpan TimeLimit { get; } = TimeSpan.FromSeconds(30);

    public int Moves => Volatile.Read(ref _moves);

    public int Kills { get; private set; }

    /// <summary>Starts the processes over streams and builds with these names.</summary>
    public static async Task<ReplicaFleet> StartAsync(PostgreSqlFixture fixture, string schema, IEnumerable<string> names)
    {
        var store = fixture.CreateStore(schema);
        await store.OpenAsync();
        var fleet = new ReplicaFleet(
            $"{fixture.Server.ConnectionString};Search Path={schema}", store, await LoopbackRegistryServer.StartAsync());
        await fleet.QueryAsync("CREATE TABLE build_configs (name text PRIMARY KEY, version bigint NOT NULL, body text NOT NULL); "
            + "CREATE TABLE builds (name text NOT NULL, image text NOT NULL, process int NOT NULL)");
        foreach (var name in names)
        {
            await fleet.AddAsync(name);
        }

        fleet._processes.AddRange(Enumerable.Range(0, Size).Select(_ => ReplicaProcess.Start(fleet._place)));
        return fleet;
    }

    /// <summary>Moves a tag in the registry to an image that it never had.</summary>
    public Digest Push(string name, int number) =>
        _registry.Registry.Push($"{_registry.Host}/{Namespace}/{name}:{Tag}", SyntheticImage.Create($"{name} {number}"));

    public void CountMove() => Interlocked.Increment(ref _moves);

    /// <summary>Kills one of the processes, and starts another one in its place.</summary>
    public async Task KillAsync(int index)
    {
        Assert.All(_processes, static process => Assert.True(process.IsRunning, "A process has ended by itself."));
        await _processes[index % Size].DisposeAsync();
        _processes[index % Size] = ReplicaProcess.Start(_place);
        Kills++;
    }

    public async Task<object?> QueryAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await _registry.DisposeAsync();
        await _source.DisposeAsync();
        await Store.DisposeAsync();
    }

    private async Task AddAsync(string name)
    {
        await new EmbeddedImageStreamClient(Store).Streams.CreateAsync(ReplicaObjects.Stream(name, $"{_registry.Host}/{Namespace}/{name}:{Tag}"));
        await using var command = _source.CreateCommand("INSERT INTO build_configs VALUES ($1, 1, $2)");
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = ImageStreamJson.Serialize(ReplicaObjects.Build(name)) });
        await command.ExecuteNonQueryAsync();
    }
}
