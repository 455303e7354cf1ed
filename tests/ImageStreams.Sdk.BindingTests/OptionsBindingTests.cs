using System.Reflection;
using ImageStreams.AspNetCore;
using ImageStreams.Hosting;
using ImageStreams.Kubernetes;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Testing;
using Microsoft.Extensions.Configuration;

namespace ImageStreams.BindingTests;

public sealed class OptionsBindingTests
{
    /// <summary>Arguments of single calls, which are immutable values and not configuration.</summary>
    private static readonly string[] Arguments =
    [
        "DeleteOptions", "ListOptions", "WatchOptions", "WriteOptions", "PullSpecOptions", "TagResolverOptions",
        "ImageStreamJsonOptions", "GraphPictureOptions", "ObjectWriteOptions", "WaitOptions",
    ];

    public static TheoryData<Type, bool> Classes
    {
        get
        {
            var data = new TheoryData<Type, bool>();
            foreach (var type in BoundOptions.BySourceGenerator.Keys)
            {
                data.Add(type, true);
                data.Add(type, false);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Bind_BySourceGenerator_SetsEveryOption(Type type, bool boolean)
    {
        var values = OptionValues.Create(type, boolean);

        var options = BoundOptions.BySourceGenerator[type](Configure(values));

        Assert.Empty(values.FindDifferences(options));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Bind_ByReflection_SetsEveryOption(Type type, bool boolean)
    {
        var values = OptionValues.Create(type, boolean);

        var options = BoundOptions.ByReflection(type, Configure(values));

        Assert.Empty(values.FindDifferences(options));
    }

    [Fact]
    public void BoundOptions_AreComplete()
    {
        Assembly[] packages =
        [
            typeof(RegistryClientOptions).Assembly,
            typeof(WorldOptions).Assembly,
            typeof(SqliteStoreOptions).Assembly,
            typeof(PostgreSqlStoreOptions).Assembly,
            typeof(ClusterConnectionOptions).Assembly,
            typeof(ControllerHostOptions).Assembly,
            typeof(StatusPageOptions).Assembly,
        ];

        var options = packages.SelectMany(package => package.GetExportedTypes())
            .Where(type => !type.IsAbstract && type.Name.EndsWith("Options", StringComparison.Ordinal) && !Arguments.Contains(type.Name));

        Assert.Equal(
            options.Select(type => type.Name).Order(StringComparer.Ordinal),
            BoundOptions.BySourceGenerator.Keys.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void BySourceGenerator_CallsGeneratedCode() => Assert.Contains(
        typeof(OptionsBindingTests).Assembly.GetTypes(), type => type.FullName!.Contains("BindingExtensions_g", StringComparison.Ordinal));

    [Fact]
    public void OptionValues_OfTheClient_AreMany() =>
        Assert.True(OptionValues.Create(typeof(RegistryClientOptions), true).Count > 40);

    [Fact]
    public void Bind_HostWithAPort_KeepsThePort()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HostLimits:0:Registry"] = "registry.example:5000",
            ["HostLimits:0:Limits:MaxWait"] = "00:00:07",
        }).Build();
        var options = new RegistryClientOptions();

        configuration.Bind(options);

        var host = Assert.Single(options.HostLimits);
        Assert.Equal(("registry.example:5000", TimeSpan.FromSeconds(7)), (host.Registry, host.Limits.MaxWait));
    }

    private static IConfiguration Configure(OptionValues values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Configuration).Build();
}
