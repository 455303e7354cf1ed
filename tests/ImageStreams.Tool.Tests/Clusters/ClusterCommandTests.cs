using System.Text.Json;
using ImageStreams.AspNetCore;
using ImageStreams.Testing;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>Commands over clusters: namespaces, rights, pages, and clusters that cannot be read.</summary>
public sealed class ClusterCommandTests
{
    [Fact]
    public async Task Resolve_Namespaces_AreThoseThatAreNamed()
    {
        await using var shop = await ShopCluster.StartAsync();
        await shop.CreateObjectsAsync();
        await CreateStreamsAsync(shop, "other", 1);

        Assert.Contains("shop/ruby", (await RunAsync(shop, "resolve", "--all")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("other/", (await RunAsync(shop, "resolve", "--all", "--context", ".")).Out, StringComparison.Ordinal);
        var other = (await RunAsync(shop, "resolve", "--all", "-n", "other", "--context", "fake")).Out;
        Assert.Contains("other/s0", other, StringComparison.Ordinal);
        Assert.DoesNotContain("shop/", other, StringComparison.Ordinal);
        var all = (await RunAsync(shop, "resolve", "--all", "-A")).Out;
        Assert.Contains("other/s0", all, StringComparison.Ordinal);
        Assert.Contains("shop/ruby", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolve_ManyStreams_AreReadByPages()
    {
        await using var shop = await ShopCluster.StartAsync();
        await CreateStreamsAsync(shop, "shop", 1001);
        shop.Cluster.ClearRequests();

        var run = await RunAsync(shop, "resolve", "--all", "-o", "json");

        using var answer = JsonDocument.Parse(run.Out);
        Assert.Equal(1001, answer.RootElement.GetProperty("tags").GetArrayLength());
        Assert.Equal(3, shop.Cluster.Requests.Count(static request => request.Path.EndsWith("/imagestreams", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Doctor_UserMayListSomeOnly_SaysSoOnceForEach()
    {
        await using var shop = await StartLimitedAsync("registry-viewer");
        await shop.CreateObjectsAsync("admin");

        var run = await ToolRun.RunAsync("doctor", "--kubeconfig", await shop.WriteKubeconfigAsync("limited", "limited"));

        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
        Assert.Contains("in 3 objects of the cluster", run.Out, StringComparison.Ordinal);
        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, static line => Assert.StartsWith("warning: ", line, StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("warning: deployments.apps cannot be listed and are left out: ", StringComparison.Ordinal));
        Assert.Equal(lines.Length, lines.Distinct().Count());
    }

    [Fact]
    public async Task Doctor_UserMayListNothing_Fails()
    {
        await using var shop = await StartLimitedAsync();

        var run = await ToolRun.RunAsync("doctor", "--kubeconfig", await shop.WriteKubeconfigAsync("limited", "limited"));

        Assert.Equal(ToolExitCode.Failed, run.ExitCode);
        Assert.Contains("lets this user list nothing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_ExpiredToken_IsOneSentence()
    {
        await using var shop = await StartLimitedAsync();

        var run = await ToolRun.RunAsync("doctor", "--kubeconfig", await shop.WriteKubeconfigAsync("expired", "expired"));

        AssertError(run, $"error: {shop.Cluster.Address} does not accept the credentials of the kubeconfig: Unauthorized");
    }

    [Fact]
    public async Task Doctor_PlainKubernetes_HasNoOpenShiftKinds()
    {
        await using var shop = await ShopCluster.StartAsync(static options =>
        {
            foreach (var kind in options.Kinds.Where(static kind => kind.Definition.Group.EndsWith("openshift.io", StringComparison.Ordinal)).ToList())
            {
                options.Kinds.Remove(kind);
            }
        });

        var run = await RunAsync(shop, "doctor");

        Assert.Equal((ToolExitCode.Fine, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Doctor_UnknownContext_IsOneSentence()
    {
        await using var shop = await ShopCluster.StartAsync();

        var run = await RunAsync(shop, "doctor", "--context", "prod");

        AssertError(run, "error: The kubeconfig cannot be used: ");
        Assert.Contains("prod", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_NoKubeconfig_IsOneSentence()
    {
        var run = await ToolRun.RunAsync("doctor", "--kubeconfig", "/no/such/file");

        AssertError(run, "error: The kubeconfig cannot be used: ");
        Assert.Contains("/no/such/file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_UnreachableCluster_IsOneSentence()
    {
        var shop = await ShopCluster.StartAsync();
        using var folder = new TemporaryFolder();
        var path = folder.Write("kubeconfig", await File.ReadAllTextAsync(shop.Kubeconfig));
        await shop.DisposeAsync();

        var run = await ToolRun.RunAsync("doctor", "--kubeconfig", path);

        AssertError(run, "error: The cluster cannot be read: ");
        Assert.Contains("did not reach", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_FixWithoutFiles_IsRefused()
    {
        var run = await ToolRun.RunAsync("doctor", "--fix", "-A");

        Assert.Equal(ToolExitCode.Usage, run.ExitCode);
        Assert.Equal("error: --fix corrects files, not a cluster: name files to correct.\n", run.Error);
    }

    [Fact]
    public async Task Outdated_StreamsOfTheCluster_AreAskedForWithItsMirrors()
    {
        await using var shop = await ShopCluster.StartAsync();
        await shop.CreateObjectsAsync();
        var registry = new InMemoryRegistry();
        registry.Push("ubi9/ruby-33:latest", SyntheticImage.Create("ruby"));

        var run = await ToolRun.RunAsync(
            new ToolSetting { CreateRegistryClient = _ => registry }, "outdated", "--kubeconfig", shop.Kubeconfig);

        Assert.Equal((ToolExitCode.Fine, ""), (run.ExitCode, run.Error));
        Assert.Contains("0 of 1 followed tag moved", run.Out, StringComparison.Ordinal);
        Assert.Contains("shop/ruby:3.3  unknown", run.Out, StringComparison.Ordinal);
        Assert.Contains(shop.Cluster.Requests, static request => request.Path.Contains("imagetagmirrorsets", StringComparison.Ordinal));
        Assert.DoesNotContain(shop.Cluster.Requests, static request => request.Path.Contains("cronjobs", StringComparison.Ordinal));
    }

    private static Task<ToolRun> RunAsync(ShopCluster shop, params string[] args) => ToolRun.RunAsync([.. args, "--kubeconfig", shop.Kubeconfig]);

    private static void AssertError(ToolRun run, string beginning)
    {
        Assert.Equal((ToolExitCode.Failed, ""), (run.ExitCode, run.Out));
        Assert.StartsWith(beginning, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static Task<ShopCluster> StartLimitedAsync(params string[] roles) => ShopCluster.StartAsync(options => options.ConfigureApi = api =>
    {
        api.Access.Authorization = ApiAuthorization.Rbac;
        api.Access.Tokens.Add(new ApiTokenOptions { Token = "admin", User = "admin", Groups = { "system:masters" } });
        api.Access.Tokens.Add(new ApiTokenOptions { Token = "limited", User = "limited" });
        foreach (var role in roles)
        {
            api.Access.RoleBindings.Add(new RoleBindingOptions { Role = role, Namespace = "shop", Users = { "limited" } });
        }
    });

    private static async Task CreateStreamsAsync(ShopCluster shop, string ns, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await shop.Cluster.Client.Streams.CreateAsync(new ImageStream
            {
                Metadata = new ObjectMeta { Namespace = ns, Name = $"s{i}" },
                Spec = new ImageStreamSpec { Tags = [new TagReference { Name = "1", From = ObjectReference.DockerImage("quay.io/team/app:1") }] },
            });
        }
    }
}
