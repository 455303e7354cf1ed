using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of Services: target ports, and the address that the server chooses.</summary>
internal sealed class ServiceRules : KindRules
{
    public override void SetDefaults(JsonObject value)
    {
        SetTrafficPolicy(value);
        foreach (var port in value.FindItems("spec", "ports"))
        {
            if (IsUnset(port["targetPort"]))
            {
                port["targetPort"] = port["port"]?.DeepClone();
            }
        }
    }

    public override void PrepareForCreate(JsonObject value)
    {
        var spec = value.GetOrAddObject("spec");
        if (spec.FindText("type") == "ExternalName")
        {
            return;
        }

        spec.SetMissing("clusterIP", ChooseAddress(value.FindText("metadata", "uid") ?? ""));
        spec["clusterIPs"] = new JsonArray(spec["clusterIP"]!.DeepClone());
        spec.SetMissing("ipFamilies", new JsonArray("IPv4"));
        spec.SetMissing("ipFamilyPolicy", "SingleStack");
    }

    public override void PrepareForUpdate(JsonObject value, JsonObject old)
    {
        var spec = value.GetOrAddObject("spec");
        foreach (var name in (string[])["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"])
        {
            if (spec[name] is null && old.Find("spec", name) is { } kept)
            {
                spec[name] = kept.DeepClone();
            }
        }

        if (value.FindText("spec", "clusterIP") != old.FindText("spec", "clusterIP"))
        {
            spec["clusterIPs"] = new JsonArray(spec["clusterIP"]?.DeepClone());
        }
    }

    public override IEnumerable<string> FindWarnings(JsonObject value)
    {
        if (value.Find("spec", "externalIPs") is JsonArray { Count: > 0 })
        {
            yield return "spec.externalIPs is deprecated and may no longer be implemented in some clusters";
        }
    }

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old)
    {
        var address = value.FindText("spec", "clusterIP");
        if (old?.FindText("spec", "clusterIP") is { Length: > 0 } former && former != address)
        {
            yield return Invalid("spec.clusterIPs[0]", null, "may not change once set");
        }
    }

    // Traffic from outside goes to all nodes unless the service says otherwise.
    private static void SetTrafficPolicy(JsonObject value)
    {
        var isOpen = value.FindText("spec", "type") is "NodePort" or "LoadBalancer"
            || value.Find("spec", "externalIPs") is JsonArray { Count: > 0 };
        if (isOpen)
        {
            value.GetOrAddObject("spec").SetMissing("externalTrafficPolicy", "Cluster");
        }
    }

    private static bool IsUnset(JsonNode? port) => port?.ToJsonString() is null or "0" or "\"\"";

    private static string ChooseAddress(string uid)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(uid));
        return string.Create(CultureInfo.InvariantCulture, $"10.217.{hash[0]}.{Math.Max((int)hash[1], 1)}");
    }
}
