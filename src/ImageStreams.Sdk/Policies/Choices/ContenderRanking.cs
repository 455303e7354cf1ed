using ImageStreams.Internal;

namespace ImageStreams.Policies;

/// <summary>Compares tags for a choice: the better one comes first.</summary>
internal sealed class ContenderRanking(TagPolicyPlan plan, ContenderOrder order, string? followed) : IComparer<Contender>
{
    /// <inheritdoc/>
    public int Compare(Contender? x, Contender? y)
    {
        var rank = CompareValues(x!, y!);
        return rank != 0 ? rank : CompareEquals(x!, y!);
    }

    /// <summary>Compares the values alone; 0 when the order has no preference.</summary>
    public int CompareValues(Contender left, Contender right)
    {
        if (left.Fault is not null || right.Fault is not null)
        {
            var isLast = (left.Fault is not null).CompareTo(right.Fault is not null);
            return isLast != 0 ? isLast : left.Position.CompareTo(right.Position);
        }

        var rank = order.Compare(left, right);
        if (rank != 0 && Math.Sign(rank) == Math.Sign(order.Compare(right, left)))
        {
            return 0; // Keel's order contradicts itself for numbers with leading zeros.
        }

        return plan.Policy.Pick == TagPolicyPick.Lowest ? rank : -rank;
    }

    private int CompareEquals(Contender left, Contender right) => GetTieRule(left) switch
    {
        TieRule.First => left.Position.CompareTo(right.Position),
        TieRule.Last => right.Position.CompareTo(left.Position),
        TieRule.GreatestText => Utf8Order.Compare(right.Tag.Name, left.Tag.Name),
        _ => ComparePreferred(left, right),
    };

    private TieRule GetTieRule(Contender contender) =>
        plan.Rules.NumbersAreFloats && plan.Policy.Order == TagPolicyOrder.Numeric && contender.Fault is null
            ? TieRule.Last
            : plan.Rules.Ties;

    private int ComparePreferred(Contender left, Contender right)
    {
        var isFollowed = (right.Tag.Name == followed).CompareTo(left.Tag.Name == followed);
        var rank = isFollowed != 0 ? isFollowed : (right.Version?.Parts ?? 0).CompareTo(left.Version?.Parts ?? 0);
        return rank != 0 ? rank : Utf8Order.Compare(right.Tag.Name, left.Tag.Name);
    }
}
