using System.Text.Json.Nodes;
using ImageStreams.Patching;

namespace ImageStreams.Kubernetes;

/// <summary>Predicts fights: fields that a tool sets again after they are written.</summary>
/// <remarks>
/// <para>Pure functions. They read what the live object says about its writers: <c>metadata.managedFields</c>, the annotation of
/// client-side <c>kubectl apply</c>, and the labels, annotations and owner references of Argo CD, Flux, Helm and operators.</para>
/// <para>Linear in the size of the object. At most 1,000 entries of <c>managedFields</c> of 2 MiB each are read.</para>
/// </remarks>
public static class FightPrediction
{
    /// <summary>Predicts the fights over the fields that a write changes.</summary>
    /// <param name="live">The object as it is in the cluster, with its kind and version.</param>
    /// <param name="intended">The fields to write, as for a server-side apply; or the whole changed object.</param>
    /// <param name="settings">The settings; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="live"/> or <paramref name="intended"/> is null.</exception>
    public static FightForecast Predict(ClusterObject live, ClusterObject intended, FightSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(live);
        ArgumentNullException.ThrowIfNull(intended);
        return Guard(() =>
        {
            var (before, next) = (LiveObject.Read(live), ObjectTrees.Read(intended));
            return Find(before, FieldOwners.GetChangedFields(before.Json, next, before.Schema), next, settings);
        });
    }

    /// <summary>Predicts the fights over fields, whatever is written to them.</summary>
    /// <param name="live">The object as it is in the cluster, with its kind and version.</param>
    /// <param name="fields">The fields, as <c>fieldsV1</c> names them.</param>
    /// <param name="settings">The settings; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="live"/> or <paramref name="fields"/> is null.</exception>
    public static FightForecast PredictForFields(ClusterObject live, FieldSet fields, FightSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(live);
        ArgumentNullException.ThrowIfNull(fields);
        return Guard(() => Find(LiveObject.Read(live), fields, intended: null, settings));
    }

    private static FightForecast Find(LiveObject live, FieldSet changed, JsonObject? intended, FightSettings? settings)
    {
        var fights = new FightFinder(live, changed, live.FindContested(intended), settings ?? FightSettings.Default).Find();
        return fights.IsEmpty ? new FightForecast.None() : new FightForecast.Expected { Fights = fights };
    }

    private static FightForecast Guard(Func<FightForecast> predict)
    {
        try
        {
            return predict();
        }
        catch (OwnerReadingException e)
        {
            return new FightForecast.Unreadable { Place = e.Place, Message = e.Message };
        }
    }
}
