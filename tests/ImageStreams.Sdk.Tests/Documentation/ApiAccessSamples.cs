using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Documentation;

public sealed class ApiAccessSamples
{
    [Fact]
    public async Task MapImageStreamApi_Tokens_IsMapped()
    {
        await using var app = CreateApplication();
        var hashOfToken = new string('0', 64);

        // sample: api-access-tokens
        app.MapImageStreamApi(api =>
        {
            api.Access.Authorization = ApiAuthorization.Rbac;
            api.Access.Tokens.Add(new ApiTokenOptions { Sha256 = hashOfToken, User = "alice", Groups = { "team-shop" } });
            api.Access.RoleBindings.Add(new RoleBindingOptions { Role = "edit", Namespace = "shop", Groups = { "team-shop" } });
        });
        // end

        Assert.NotEmpty(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
    }

    [Fact]
    public async Task AddSingleton_Policy_DecidesByIt()
    {
        var services = new ServiceCollection();

        // sample: api-access-roles
        var policy = RbacPolicy.CreateDefault();
        policy.Set(new RbacRole
        {
            Name = "release-manager",
            Rules = [new RbacRule { ApiGroups = ["image.openshift.io"], Resources = ["imagestreamtags"], Verbs = ["get", "update"] }],
        });
        policy.Set(new RbacBinding
        {
            Name = "release-managers",
            Namespace = "shop",
            Role = "release-manager",
            Subjects = [RbacSubject.CreateGroup("release-managers")],
        });
        services.AddSingleton(policy);
        // end

        var decision = await new RbacAuthorizer(policy).AuthorizeAsync(new ApiAccess
        {
            User = new ApiUser { Name = "alice", Groups = ["release-managers"] },
            Verb = "update",
            Group = "image.openshift.io",
            Resource = "imagestreamtags",
            Namespace = "shop",
            Name = "web:prod",
        });
        Assert.True(decision.Allowed);
    }

    [Fact]
    public void Engine_Ports_AreSet()
    {
        IApiAuthorizer authorizer = AllowAllAuthorizer.Instance;
        var namespaces = new NamespaceDirectory(new InMemoryImageStreamStore());

        // sample: api-access-engine
        var options = new EmbeddedImageStreamOptions
        {
            GetUsers = () => ImageApiUsers.Instance,
            GetAccessReviewer = () => new ImageApiAccessReviewer(authorizer),
            GetNamespaces = () => namespaces,
        };
        // end

        Assert.Same(namespaces, options.GetNamespaces());
    }

    [Fact]
    public async Task MapImageStreamApi_Aggregator_ReadsTheAuthority()
    {
        await using var app = CreateApplication();

        // There is no such file here, which shows that it is read when the API is mapped.
        Assert.ThrowsAny<IOException>(() =>
        {
            // sample: api-access-aggregator
            app.MapImageStreamApi(api =>
            {
                api.Access.RequestHeaders.AuthorityFile = "/etc/requestheader/requestheader-client-ca-file";
                api.Access.RequestHeaders.AllowedNames.Add("front-proxy-client");
                api.Access.Authorization = ApiAuthorization.Rbac;
            });
            // end
        });
    }

    [Fact]
    public void Kestrel_Certificates_AreAskedFor()
    {
        var kestrel = new KestrelServerOptions();

        // sample: api-access-kestrel
        kestrel.ConfigureHttpsDefaults(https =>
        {
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
        });
        // end
    }

    [Fact]
    public async Task Namespaces_OnRequest_AreMissing()
    {
        var services = new ServiceCollection();
        var store = new InMemoryImageStreamStore();

        // sample: api-access-namespaces
        services.AddSingleton(new NamespaceDirectory(store, createsOnDemand: false));
        // end

        var directory = services.BuildServiceProvider().GetRequiredService<NamespaceDirectory>();
        Assert.Equal(NamespaceState.NotFound, await directory.GetStateAsync("shop"));
    }

    [Fact]
    public void Engine_Limits_AreSet()
    {
        var engine = new EmbeddedImageStreamOptions();

        // sample: api-access-limits
        engine.StreamLimits.Add(new StreamLimitOptions { Namespace = "shop", MaxTags = 50, MaxImages = 200, MaxStreams = 20 });
        // end

        Assert.Equal(50, engine.StreamLimits[0].MaxTags);
    }

    private static WebApplication CreateApplication()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IImageStreamClient>(new EmbeddedImageStreamClient(new InMemoryImageStreamStore()));
        return builder.Build();
    }
}
