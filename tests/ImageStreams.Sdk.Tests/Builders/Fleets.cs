using ImageStreams.Graphs;

namespace ImageStreams.Tests.Builders;

/// <summary>Fleets as teams have them, small enough for a picture.</summary>
internal static class Fleets
{
    private static readonly (string Namespace, string Framework, string[] Services)[] Teams =
    [
        ("billing", "quarkus", ["invoices", "ledger", "payments", "rates", "taxes"]),
        ("catalog", "spring", ["images", "prices", "products", "search", "stock"]),
        ("identity", "quarkus", ["audit", "groups", "login", "sessions", "tokens"]),
        ("storefront", "express", ["basket", "checkout", "home", "reviews", "vouchers"]),
    ];

    /// <summary>A shop: builder images of the cluster, its own runtime, and apps, one of them paused and one manual.</summary>
    public static GraphObjects Shop => new FleetBuilder()
        .Imports("openshift/java:21", "registry.access.redhat.com/ubi9/openjdk-21:latest")
        .Imports("openshift/nodejs:20", "registry.access.redhat.com/ubi9/nodejs-20:latest")
        .Follows("openshift/nodejs:latest", "openshift/nodejs:20")
        .Pushed("registry/node-runtime:1")
        .Builds("registry/node-runtime", "openshift/nodejs:latest", "registry/node-runtime:1")
        .Pushed("shop/cart:latest").Pushed("shop/web:latest").Pushed("shop/orders:latest").Pushed("shop/reports:latest")
        .Builds("shop/cart", "registry/node-runtime:1", "shop/cart:latest")
        .Builds("shop/web", "registry/node-runtime:1", "shop/web:latest")
        .Builds("shop/orders", "openshift/java:21", "shop/orders:latest", paused: true)
        .BuildsByHand("shop/reports", "openshift/java:21", "shop/reports:latest")
        .Follows("shop/web:stable", "shop/web:latest")
        .Runs("shop/cart", "shop/cart:latest")
        .Runs("shop/web", "shop/web:stable")
        .Runs("shop/orders", "shop/orders:latest", "StatefulSet")
        .Runs("shop/reports", "shop/reports:latest", "CronJob")
        .Pins("shop-prod/web:live", $"shop/web@{StreamBuilder.Image('1')}")
        .Runs("shop-prod/web", "shop-prod/web:live")
        .Build();

    /// <summary>A platform: a base image, runtimes on it, frameworks on those, twenty services on those.</summary>
    public static GraphObjects Platform => Teams.Aggregate(Layers, AddTeam).Build();

    /// <summary>A fleet with faults: a build loop, cycles of tags, broken references, an alias that does not follow.</summary>
    public static GraphObjects Faulty => new FleetBuilder()
        .Pushed("ci/toolbox:latest").Pushed("ci/tester:latest")
        .Builds("ci/toolbox", "ci/tester:latest", "ci/toolbox:latest")
        .Builds("ci/tester", "ci/toolbox:latest", "ci/tester:latest")
        .Runs("ci/runner", "ci/tester:latest", "DaemonSet")
        .Follows("web/site:blue", "web/site:green", hasImage: false)
        .Follows("web/site:green", "web/site:next", hasImage: false)
        .Follows("web/site:next", "web/site:blue", hasImage: false)
        .Runs("web/site", "web/site:blue")
        .Follows("web/theme:latest", "web/theme:2", hasImage: false)
        .Runs("web/theme", "web/theme:latest")
        .Builds("web/assets", "web/sass:1", "web/assets:latest").Pushed("web/assets:latest")
        .Imports("base/python:3.12", "quay.io/acme/python:3.12")
        .Follows("data/python:3.12", "base/python:3.12")
        .Builds("data/models", "data/python:3.12", "data/models:latest").Pushed("data/models:latest")
        .Runs("data/models", "data/models:latest")
        .Build();

    private static FleetBuilder Layers => new FleetBuilder()
        .Imports("platform/ubi:9", "registry.access.redhat.com/ubi9/ubi:latest")
        .Pushed("platform/java:21").Pushed("platform/node:22")
        .Builds("platform/java", "platform/ubi:9", "platform/java:21")
        .Builds("platform/node", "platform/ubi:9", "platform/node:22")
        .Pushed("platform/quarkus:3").Pushed("platform/spring:3").Pushed("platform/express:5")
        .Builds("platform/quarkus", "platform/java:21", "platform/quarkus:3")
        .Builds("platform/spring", "platform/java:21", "platform/spring:3")
        .Builds("platform/express", "platform/node:22", "platform/express:5");

    /// <summary>The services of a team; the first of billing is paused, the last of identity built by hand.</summary>
    private static FleetBuilder AddTeam(FleetBuilder fleet, (string Namespace, string Framework, string[] Services) team)
    {
        var from = $"platform/{team.Framework}:{(team.Framework == "express" ? "5" : "3")}";
        foreach (var service in team.Services)
        {
            var name = $"{team.Namespace}/{service}";
            fleet.Pushed($"{name}:1").Runs(name, $"{name}:1");
            _ = service == "tokens"
                ? fleet.BuildsByHand(name, from, $"{name}:1")
                : fleet.Builds(name, from, $"{name}:1", paused: service == "invoices");
        }

        return fleet;
    }
}
