using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ImageStreams.Tests.Documentation;

/// <summary>The samples of <c>docs/how-to/in-a-pod.md</c>.</summary>
public sealed class InAPodSamples
{
    [Fact]
    public void Controllers_AreRegisteredWithTheOptions()
    {
        var services = new ServiceCollection();

        // sample: in-a-pod
        services.AddImageStreams()
            .UseKubernetes()                                 // the service account of the pod
            .UseKubernetesLeases()                           // several pods divide the work
            .AddImportController()
            .AddTriggerController<KubernetesTriggerTarget>()
            .UseReplicas()
            .ConfigureKubernetesControllers(options => options.TakesOver = true);
        // end

        using var provider = services.BuildServiceProvider();
        Assert.True(provider.GetRequiredService<IOptions<KubernetesControllerOptions>>().Value.TakesOver);
        Assert.Contains(services, static service => service.ServiceType == typeof(ITriggerSource));
        Assert.Contains(services, static service => service.ServiceType == typeof(ILeaseStore));
    }

    [Fact]
    public void Events_AreConfigured()
    {
        var services = new ServiceCollection();

        // sample: in-a-pod-events
        services.AddImageStreams().UseKubernetes().UseKubernetesEvents(options => options.MaxPerMinute = 30);
        // end

        using var provider = services.BuildServiceProvider();
        Assert.Equal(30, provider.GetRequiredService<IOptions<KubernetesEventOptions>>().Value.MaxPerMinute);
    }

    [Fact]
    public void Namespaces_AreAdded()
    {
        var services = new ServiceCollection();

        // sample: in-a-pod-namespaces
        services.AddImageStreams().UseKubernetes().ConfigureKubernetesControllers(options => options.Namespaces.Add("shop"));
        // end

        using var provider = services.BuildServiceProvider();
        Assert.Equal(["shop"], provider.GetRequiredService<IOptions<KubernetesControllerOptions>>().Value.Namespaces);
    }
}
