using System.Text;
using k8s;
using k8s.Models;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Writes pull secrets into a cluster, as <c>kubectl create secret docker-registry</c> does.</summary>
internal static class PullSecrets
{
    public static Task CreateAsync(this IKubernetes client, string ns, string name, string registry, string password) =>
        client.CoreV1.CreateNamespacedSecretAsync(CreateSecret(name, registry, password), ns);

    public static Task ReplaceAsync(this IKubernetes client, string ns, string name, string registry, string password) =>
        client.CoreV1.ReplaceNamespacedSecretAsync(CreateSecret(name, registry, password), name, ns);

    public static Task CreateOldAsync(this IKubernetes client, string ns, string name, string registry, string password) =>
        client.CoreV1.CreateNamespacedSecretAsync(
            CreateSecret(name, "kubernetes.io/dockercfg", ".dockercfg", GetEntries(registry, password)), ns);

    public static Task CreateBrokenAsync(this IKubernetes client, string ns, string name, string content) =>
        client.CoreV1.CreateNamespacedSecretAsync(
            CreateSecret(name, "kubernetes.io/dockerconfigjson", ".dockerconfigjson", content), ns);

    private static V1Secret CreateSecret(string name, string registry, string password) => CreateSecret(
        name, "kubernetes.io/dockerconfigjson", ".dockerconfigjson", "{\"auths\":" + GetEntries(registry, password) + "}");

    private static V1Secret CreateSecret(string name, string type, string key, string content) => new()
    {
        Metadata = new V1ObjectMeta { Name = name },
        Type = type,
        Data = new Dictionary<string, byte[]> { [key] = Encoding.UTF8.GetBytes(content) },
    };

    private static string GetEntries(string registry, string password) =>
        $$$"""{"{{{registry}}}":{"username":"robot","password":"{{{password}}}"}}""";
}
